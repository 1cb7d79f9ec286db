import { choice, code, date, defineRecord, multiline, optional, reference, text, whole } from '@opendpf/kit'
import { serviceItems } from '../shared/service-items.js'
import { settingFields } from '../shared/settings.js'

/**
 * The personal plan of a client (个性化康复方案): what is to be reached by when and who answers for it. It holds once the client or his guardian
 * has agreed (残疾预防和残疾人康复条例 第 21 条).
 */
export const plan = defineRecord({
  fields: {
    file: reference('rehab.file'),
    goal: multiline({ privacy: 'S3', storage: 'sealed', headings: ['康复目标'] }),
    madeOn: date({ headings: ['制定日期'] }),
    untilDay: date({ headings: ['计划完成日期'] }),
    institution: optional(reference('organisations.organisation', { headings: ['负责机构'] })),
    responsible: text({ privacy: 'S2', headings: ['负责人'] }),
    agreedOn: optional(date({ headings: ['同意日期'] })),
    agreedBy: optional(choice(['self', 'guardian'])),
    endedOn: optional(date()),
    result: optional(choice(['reached', 'partly', 'not-reached', 'given-up'])),
    remark: optional(multiline({ privacy: 'S2', max: 500 })),
    state: choice(['draft', 'agreed', 'ended']),
  },
  scope: { from: 'file' },
  title: 'madeOn',
  list: {
    columns: ['madeOn', 'file', 'untilDay', 'institution', 'state', 'result'],
    filters: ['file', 'institution', 'state', 'result', 'untilDay'],
    orders: ['madeOn', 'untilDay'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'draft',
    final: ['ended'],
    transitions: {
      agree: { from: 'draft', to: 'agreed', requires: ['agreedOn', 'agreedBy'], guards: ['hasServices', 'onlyOne'] },
      end: { from: ['draft', 'agreed'], to: 'ended', requires: ['endedOn', 'result'] },
    },
    clocks: { agreement: { runs: ['draft'], statutory: { workingDays: 15 }, remind: 3 } },
    waits: {
      draft: { owner: 'applicant', clock: 'agreement', escape: 'end' },
      agreed: { owner: 'institution', clock: null, escape: 'end' },
    },
  },
})

/** One service that a plan foresees: for which need, how often, where. */
export const planItem = defineRecord({
  fields: {
    plan: reference('rehab.plan', { onRemove: 'remove' }),
    item: code(serviceItems, { headings: ['服务项目'] }),
    need: optional(reference('persons.need')),
    ...settingFields,
    times: whole({ min: 1, max: 1_000, headings: ['计划次数'] }),
    byDay: optional(date({ headings: ['完成日期'] })),
  },
  scope: { from: 'plan' },
  title: 'item',
  list: {
    columns: ['item', 'plan', 'setting', 'institution', 'times', 'byDay'],
    filters: ['plan', 'need', 'item', 'setting', 'institution'],
    orders: ['item'],
  },
})
