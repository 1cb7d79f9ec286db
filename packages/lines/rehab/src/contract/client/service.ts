import { choice, code, date, defineRecord, flag, multiline, optional, reference, whole } from '@opendpf/kit'
import { disabilityCategories } from '@opendpf/standards'
import { costFields } from '../shared/cost.js'
import { serviceItems, serviceKinds } from '../shared/service-items.js'
import { settingFields } from '../shared/settings.js'
import { effects } from './follow-up.js'

/** Needs of the register that rehabilitation answers. */
export const rehabNeeds = ['rehabilitation', 'device', 'care'] as const

/**
 * What was done for somebody (康复服务记录). It answers a need that the register has and that is open: rehabilitation starts from what people
 * need, and only those in need are served. Persons and times are two figures.
 */
export const service = defineRecord({
  fields: {
    person: reference('persons.person', { headings: ['残疾人'] }),
    need: reference('persons.need'),
    planItem: optional(reference('rehab.planItem')),
    item: code(serviceItems, { headings: ['服务项目'] }),
    kind: code(serviceKinds, { isDerived: true }),
    /** Of the person on the day it was entered: what somebody is later does not change what he was served for. */
    category: optional(code(disabilityCategories, { privacy: 'S3', isOpen: true, isDerived: true })),
    ...settingFields,
    servedOn: date({ headings: ['服务日期'] }),
    times: whole({ min: 1, max: 366, headings: ['服务次数', '次数'] }),
    /** Whether the institution lies in the person's own town: 就近就便. */
    isNear: optional(flag({ isDerived: true })),
    ...costFields,
    effect: optional(choice(effects, { privacy: 'S3', isOpen: true })),
    /** The need is met by this: it is closed on the day of the service. */
    meetsNeed: flag({ headings: ['需求是否得到满足'] }),
    remark: optional(multiline({ privacy: 'S2', max: 500, headings: ['备注'] })),
  },
  scope: { from: 'person' },
  title: 'item',
  list: {
    columns: ['servedOn', 'person', 'item', 'setting', 'institution', 'times', 'isFree'],
    filters: [
      'person',
      'need',
      'planItem',
      'item',
      'kind',
      'category',
      'setting',
      'institution',
      'servedOn',
      'isFree',
      'budgetLine',
    ],
    orders: ['servedOn'],
    direction: 'descending',
  },
  sections: [
    { title: 'service.section.service', fields: ['person', 'need', 'planItem', 'item', 'setting', 'institution'] },
    { title: 'service.section.result', fields: ['servedOn', 'times', 'effect', 'meetsNeed', 'remark'] },
    {
      title: 'service.section.cost',
      fields: ['cost', 'fundPaid', 'insurancePaid', 'reduced', 'selfPaid', 'isFree', 'budgetLine'],
    },
  ],
})
