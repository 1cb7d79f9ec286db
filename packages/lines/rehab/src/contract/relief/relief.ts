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
import { childAids, childDiagnoses } from '../child-aid/aids.js'

/**
 * The case of a child whose rehabilitation aid was granted (残疾儿童康复救助, 国发〔2018〕20号): entrusted by contract to a designated institution that
 * trains the child, and settled with it within what was granted. Nobody applies here: applying and deciding are the programme's, whose enrolment
 * opens the case. What was decided on paper before the county worked with the programme is brought in by an import with the old decision, and
 * confirmed by a second person. Paying is the funds' matter.
 */
export const relief = defineRecord({
  fields: {
    ...clientFields('儿童'),
    /** Of an earlier decision, the one that is open in the register. */
    need: reference('persons.need', { isDerived: true }),
    category: code(disabilityCategories, { privacy: 'S3', isOpen: true, headings: ['残疾类别'] }),
    /** Within a category, what a contract is often about: 脑瘫、孤独症. */
    diagnosis: optional(choice(childDiagnoses, { privacy: 'S3', isOpen: true })),
    aid: choice(childAids, { headings: ['救助内容'] }),
    appliedOn: date({ headings: ['申请日期'] }),
    applicantName: optional(name({ headings: ['监护人', '申请人'] })),
    papers: optional(attachments({ privacy: 'S3' })),
    /** The application that granted it, and what keeps it granted until the end of the year. */
    application: optional(reference('programmes.application', { isDerived: true })),
    enrolment: optional(reference('programmes.enrolment', { isDerived: true })),
    /** Of a case that was decided before: number or list of the old decision. */
    decisionDocument: optional(text({ max: 200, headings: ['原审批文件', '审批依据', '文号'] })),
    decidedOn: optional(date({ headings: ['审核日期'] })),
    /** What was granted for the year, in fen. */
    granted: optional(money({ min: 1, headings: ['救助标准'] })),
    budgetLine: optional(reference('funds.budgetLine')),
    /** Why the child is served elsewhere, and since when the county's federation agrees to it (异地康复). */
    awayReason: optional(multiline({ privacy: 'S2', max: 500 })),
    awayOn: optional(date({ isDerived: true })),
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
    state: choice(['applied', 'approved', 'away', 'training', 'settled', 'refused', 'withdrawn']),
  },
  scope: { from: 'person' },
  title: 'clientName',
  search: ['clientName'],
  operations: ['update', 'import', 'export'],
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
      'application',
      'enrolment',
    ],
    orders: ['appliedOn', 'contractUntil'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'applied',
    final: ['settled', 'refused', 'withdrawn'],
    transitions: {
      // the programme has decided
      grant: { from: 'applied', to: 'approved', by: 'system', requires: ['decidedOn', 'granted'] },
      approve: {
        from: 'applied',
        to: 'approved',
        requires: ['decisionDocument', 'decidedOn', 'granted'],
        notBy: ['create'],
      },
      refuse: { from: 'applied', to: 'refused', requires: ['decidedOn', 'refuseReason'] },
      approveAway: { from: 'approved', to: 'away', requires: ['awayReason'] },
      entrust: {
        from: ['approved', 'away'],
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
      withdraw: { from: ['applied', 'approved', 'away'], to: 'withdrawn', requires: ['refuseReason'] },
    },
    clocks: {
      decision: { runs: ['applied'], statutory: { workingDays: 15 }, promised: { workingDays: 10 }, remind: 3 },
      contract: { runs: ['approved', 'away'], statutory: { workingDays: 30 }, remind: 5 },
    },
    waits: {
      applied: { owner: 'county', clock: 'decision', escape: 'approve' },
      approved: { owner: 'county', clock: 'contract', escape: 'withdraw' },
      away: { owner: 'county', clock: 'contract', escape: 'withdraw' },
      training: { owner: 'institution', clock: null, escape: 'settle' },
    },
  },
  sections: [
    {
      title: 'relief.section.application',
      fields: ['person', 'need', 'category', 'diagnosis', 'aid', 'appliedOn', 'applicantName', 'papers'],
    },
    {
      title: 'relief.section.decision',
      fields: ['application', 'enrolment', 'decisionDocument', 'decidedOn', 'granted', 'budgetLine', 'refuseReason'],
    },
    {
      title: 'relief.section.contract',
      fields: [
        'awayReason',
        'awayOn',
        'institution',
        'contractNumber',
        'contractFrom',
        'contractUntil',
        'sessionsAgreed',
      ],
    },
    { title: 'relief.section.settlement', fields: ['sessions', 'settledOn', 'settled', 'outcome'] },
  ],
})
