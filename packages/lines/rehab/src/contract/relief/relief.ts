import {
  attachments,
  choice,
  code,
  date,
  defineRecord,
  money,
  multiline,
  name,
  optional,
  reference,
  text,
  whole,
} from '@opendpf/kit'
import { clientFields } from '@opendpf/persons'
import { disabilityCategories } from '@opendpf/standards'

/**
 * Rehabilitation aid of a child (残疾儿童康复救助, 国发〔2018〕20号): applied for by the guardian, decided on, entrusted by contract to a designated
 * institution that trains the child, and settled with it. Paying is the funds' matter.
 */
export const relief = defineRecord({
  fields: {
    ...clientFields('儿童'),
    need: reference('persons.need'),
    category: code(disabilityCategories, { privacy: 'S3', isOpen: true, headings: ['残疾类别'] }),
    /** Within a category, what a contract is often about: 脑瘫、孤独症. */
    diagnosis: optional(choice(['cerebral-palsy', 'autism', 'other'], { privacy: 'S3', isOpen: true })),
    aid: choice(['training', 'surgery', 'device'], { headings: ['救助内容'] }),
    appliedOn: date({ headings: ['申请日期'] }),
    applicantName: optional(name({ headings: ['监护人', '申请人'] })),
    papers: optional(attachments({ privacy: 'S3' })),
    decidedOn: optional(date({ headings: ['审核日期'] })),
    /** What was granted for the year, in fen. */
    granted: optional(money({ min: 1, headings: ['救助标准'] })),
    budgetLine: optional(reference('funds.budgetLine')),
    institution: optional(reference('organisations.organisation', { headings: ['定点机构'] })),
    contractNumber: optional(text({ max: 60, headings: ['委托协议编号'] })),
    contractFrom: optional(date({ headings: ['协议开始日期'] })),
    contractUntil: optional(date({ headings: ['协议结束日期'] })),
    sessionsAgreed: optional(whole({ min: 1, max: 1_000, headings: ['约定训练次数'] })),
    /** Times trained in the courses of this case. */
    sessions: whole({ isDerived: true }),
    settledOn: optional(date({ headings: ['结算日期'] })),
    settled: optional(money({ headings: ['结算金额'] })),
    outcome: optional(choice(['marked', 'improved', 'unchanged', 'worse'], { privacy: 'S3', isOpen: true })),
    refuseReason: optional(multiline({ privacy: 'S2', max: 500 })),
    state: choice(['applied', 'approved', 'training', 'settled', 'refused', 'withdrawn']),
  },
  scope: { from: 'person' },
  title: 'clientName',
  search: ['clientName'],
  list: {
    columns: ['clientName', 'category', 'aid', 'appliedOn', 'state', 'institution', 'sessions', 'settled'],
    filters: [
      'person',
      'need',
      'category',
      'diagnosis',
      'aid',
      'state',
      'institution',
      'appliedOn',
      'contractUntil',
      'budgetLine',
    ],
    orders: ['appliedOn', 'contractUntil'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'applied',
    final: ['settled', 'refused', 'withdrawn'],
    transitions: {
      approve: { from: 'applied', to: 'approved', requires: ['decidedOn', 'granted'], notBy: ['create'] },
      refuse: { from: 'applied', to: 'refused', requires: ['decidedOn', 'refuseReason'] },
      entrust: {
        from: 'approved',
        to: 'training',
        requires: ['institution', 'contractNumber', 'contractFrom', 'contractUntil'],
        guards: ['isDesignated'],
      },
      settle: {
        from: 'training',
        to: 'settled',
        requires: ['settledOn', 'settled', 'outcome'],
        guards: ['withinGrant'],
      },
      withdraw: { from: ['applied', 'approved'], to: 'withdrawn', requires: ['refuseReason'] },
    },
    clocks: {
      decision: { runs: ['applied'], statutory: { workingDays: 15 }, promised: { workingDays: 10 }, remind: 3 },
      contract: { runs: ['approved'], statutory: { workingDays: 30 }, remind: 5 },
    },
    waits: {
      applied: { owner: 'county', clock: 'decision', escape: 'approve' },
      approved: { owner: 'county', clock: 'contract', escape: 'withdraw' },
      training: { owner: 'institution', clock: null, escape: 'settle' },
    },
  },
  sections: [
    {
      title: 'relief.section.application',
      fields: ['person', 'need', 'category', 'diagnosis', 'aid', 'appliedOn', 'applicantName', 'papers'],
    },
    { title: 'relief.section.decision', fields: ['decidedOn', 'granted', 'budgetLine', 'refuseReason'] },
    {
      title: 'relief.section.contract',
      fields: ['institution', 'contractNumber', 'contractFrom', 'contractUntil', 'sessionsAgreed'],
    },
    { title: 'relief.section.settlement', fields: ['sessions', 'settledOn', 'settled', 'outcome'] },
  ],
})
