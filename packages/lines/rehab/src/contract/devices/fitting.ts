import { attachments, choice, date, defineRecord, multiline, optional, reference, text, whole } from '@opendpf/kit'
import { clientFields } from '@opendpf/persons'
import { costFields } from '../shared/cost.js'

/** How it is when it comes back. */
const conditions = ['good', 'repairable', 'scrap'] as const

/**
 * A device for somebody (辅助器具适配): applied for out of a need, assessed, issued from a store for good or on loan, and given back. One of the same
 * kind is not issued again within the useful life of what somebody has.
 */
export const fitting = defineRecord({
  fields: {
    ...clientFields('残疾人'),
    need: reference('persons.need'),
    device: reference('rehab.device', { headings: ['辅具'] }),
    quantity: whole({ min: 1, max: 100, headings: ['数量'] }),
    project: choice(['general', 'home-rehab', 'low-vision-aid', 'hearing-aid', 'prosthesis'], {
      headings: ['项目'],
    }),
    manner: choice(['grant', 'loan'], { headings: ['方式'] }),
    appliedOn: date({ headings: ['申请日期'] }),
    assessedOn: optional(date({ headings: ['评估日期'] })),
    assessor: optional(text({ privacy: 'S2', headings: ['评估人'] })),
    finding: optional(multiline({ privacy: 'S3', storage: 'sealed', headings: ['评估意见'] })),
    stock: optional(reference('rehab.stock')),
    issuedOn: optional(date({ headings: ['发放日期'] })),
    /** The household that the person was of on that day. */
    household: optional(reference('persons.household', { isDerived: true })),
    dueBackOn: optional(date({ headings: ['应归还日期'] })),
    ...costFields,
    papers: optional(attachments({ privacy: 'S2' })),
    returnedOn: optional(date({ headings: ['归还日期'] })),
    returnCondition: optional(choice(conditions, { headings: ['归还时状况'] })),
    refuseReason: optional(multiline({ privacy: 'S2', max: 500 })),
    state: choice(['applied', 'assessed', 'issued', 'returned', 'refused']),
  },
  scope: { from: 'person' },
  title: 'clientName',
  search: ['clientName'],
  list: {
    columns: ['clientName', 'device', 'quantity', 'project', 'manner', 'state', 'issuedOn'],
    filters: [
      'person',
      'need',
      'device',
      'stock',
      'household',
      'project',
      'manner',
      'state',
      'isFree',
      'appliedOn',
      'issuedOn',
      'dueBackOn',
      'budgetLine',
    ],
    orders: ['appliedOn', 'issuedOn', 'dueBackOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'applied',
    final: ['returned', 'refused'],
    transitions: {
      assess: { from: 'applied', to: 'assessed', requires: ['assessedOn', 'assessor'] },
      issue: { from: 'assessed', to: 'issued', requires: ['stock', 'issuedOn'], guards: ['inStock', 'lifeOver'] },
      takeBack: { from: 'issued', to: 'returned', requires: ['returnedOn', 'returnCondition'] },
      refuse: { from: ['applied', 'assessed'], to: 'refused', requires: ['refuseReason'] },
    },
    clocks: {
      assessment: { runs: ['applied'], statutory: { workingDays: 20 }, remind: 3 },
      issue: { runs: ['assessed'], statutory: { workingDays: 30 }, remind: 5 },
    },
    waits: {
      applied: { owner: 'county', clock: 'assessment', escape: 'refuse' },
      assessed: { owner: 'county', clock: 'issue', escape: 'refuse' },
      issued: { owner: 'applicant', clock: null, escape: 'takeBack' },
    },
  },
  sections: [
    {
      title: 'fitting.section.application',
      fields: ['person', 'need', 'device', 'quantity', 'project', 'manner', 'appliedOn', 'papers'],
    },
    { title: 'fitting.section.assessment', fields: ['assessedOn', 'assessor', 'finding'] },
    { title: 'fitting.section.issue', fields: ['stock', 'issuedOn', 'household', 'dueBackOn'] },
    {
      title: 'fitting.section.cost',
      fields: ['cost', 'fundPaid', 'insurancePaid', 'reduced', 'selfPaid', 'isFree', 'budgetLine'],
    },
    { title: 'fitting.section.return', fields: ['returnedOn', 'returnCondition', 'refuseReason'] },
  ],
})

/** A device that somebody has is mended (辅具维修). */
export const repair = defineRecord({
  fields: {
    fitting: reference('rehab.fitting'),
    reportedOn: date({ headings: ['报修日期'] }),
    fault: multiline({ max: 500, headings: ['故障'] }),
    repairedOn: optional(date({ headings: ['维修日期'] })),
    repairer: optional(reference('organisations.organisation', { headings: ['维修单位'] })),
    ...costFields,
    scrapReason: optional(multiline({ max: 500 })),
    state: choice(['reported', 'repaired', 'scrapped']),
  },
  scope: { from: 'fitting' },
  title: 'reportedOn',
  list: {
    columns: ['reportedOn', 'fitting', 'fault', 'state', 'repairedOn', 'isFree'],
    filters: ['fitting', 'repairer', 'state', 'isFree', 'reportedOn', 'repairedOn', 'budgetLine'],
    orders: ['reportedOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'reported',
    final: ['repaired', 'scrapped'],
    transitions: {
      mend: { from: 'reported', to: 'repaired', requires: ['repairedOn'] },
      scrap: { from: 'reported', to: 'scrapped', requires: ['scrapReason'] },
    },
    clocks: { repair: { runs: ['reported'], statutory: { workingDays: 15 }, remind: 3 } },
    waits: { reported: { owner: 'county', clock: 'repair', escape: 'mend' } },
  },
})
