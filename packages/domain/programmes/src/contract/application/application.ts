import {
  attachment,
  attachments,
  choice,
  code,
  copied,
  data,
  date,
  declarationName,
  defineRecord,
  flag,
  money,
  multiline,
  name,
  optional,
  reference,
  text,
} from '@opendpf/kit'
import * as z from 'zod'
import { applicantKinds } from '../applicant-kinds.js'
import { departments } from '../departments.js'
import { month } from '../month.js'
import { programmesId } from '../programme.js'
import { applicationStates, applicationWorkflow } from './application-workflow.js'
import { explanationSchema } from './kept-explanation.js'

/** Names of the pieces of evidence that were seen. */
const evidenceSchema = z.array(z.string().max(40)).max(40)

/** Answers of a home survey by the names of the questions; the programme's own schema says more. */
const surveySchema = z.record(z.string().max(40), z.union([z.string().max(1000), z.number(), z.boolean(), z.null()]))

/** An application for a programme (项目申请): who asks for what, what was seen at home, who said what about it, and how it was decided. */
export const application = defineRecord({
  fields: {
    programme: declarationName(programmesId),
    /** Who receives it; of a household or an organisation who answers for it. */
    person: reference('persons.person'),
    personName: copied(name(), { reference: 'person', field: 'name' }),
    household: optional(reference('persons.household')),
    organisation: optional(reference('organisations.organisation')),
    /** What tells the beneficiary apart beside the person: frame number, student number. */
    objectNumber: optional(text({ privacy: 'S2', max: 60 })),
    applicant: choice(applicantKinds),
    applicantName: optional(text({ privacy: 'S2', max: 50 })),
    channel: choice(['counter', 'village', 'online', 'other-county']),
    /** Received at the window of another county (全程跨省通办): where, and on which day. */
    receivingCounty: optional(text({ max: 100 })),
    receivedThereOn: optional(date()),
    /** What that county registered, where it is served here. */
    receipt: optional(text({ max: 36, isDerived: true })),
    reason: optional(multiline({ privacy: 'S2', max: 500 })),
    evidence: optional(data(evidenceSchema, { dependsOn: 'programme' })),
    /** Scans of what was brought. */
    documents: optional(attachments({ privacy: 'S3', max: 20 })),
    correctionNote: optional(multiline({ max: 500 })),
    wasCorrected: optional(flag({ isDerived: true })),

    /** The year's offer that it was handed in under, and the day and month that follow from that. */
    offer: optional(reference('programmes.offer', { isDerived: true })),
    appliedOn: optional(date({ isDerived: true })),
    startMonth: optional(month({ isDerived: true })),

    surveyedOn: optional(date()),
    surveyors: optional(text({ privacy: 'S2', max: 100 })),
    surveyPlace: optional(text({ privacy: 'S2', max: 200 })),
    survey: optional(data(surveySchema, { privacy: 'S2', dependsOn: 'programme' })),
    surveyPhotos: optional(attachments({ max: 12 })),
    surveySignature: optional(attachment()),

    villageOpinion: optional(choice(['supports', 'objects'])),
    villageOn: optional(date()),
    villageNote: optional(multiline({ privacy: 'S2', max: 500 })),
    townNote: optional(multiline({ privacy: 'S2', max: 500 })),

    /** What the rules said when it was reviewed and decided, as it was then. */
    verdict: optional(choice(['yes', 'no', 'unknown'], { isDerived: true })),
    explanation: optional(data(explanationSchema, { privacy: 'S2', isDerived: true })),
    ruleVersion: optional(text({ max: 40, isDerived: true })),
    reviewNote: optional(multiline({ privacy: 'S2', max: 500 })),

    /** What another department decided, by whom and on what paper. */
    department: optional(code(departments, { isDerived: true })),
    departmentDocument: optional(text({ max: 100 })),
    departmentOn: optional(date()),
    departmentNote: optional(multiline({ privacy: 'S2', max: 500 })),

    noticePlace: optional(text({ max: 100 })),
    objectionNote: optional(multiline({ privacy: 'S4', storage: 'sealed', isDerived: true })),
    resolutionNote: optional(multiline({ privacy: 'S2', isDerived: true })),

    amount: optional(money({ privacy: 'S2', min: 1 })),
    decisionNote: optional(multiline({ privacy: 'S2', max: 500 })),
    decidedOn: optional(date({ isDerived: true })),
    refusalReason: optional(
      choice(['not-eligible', 'incomplete', 'false-information', 'quota', 'department', 'other']),
    ),
    refusalNote: optional(multiline({ privacy: 'S2', max: 1000 })),
    /** Rule, fact and remedy, in words. */
    refusalGrounds: optional(multiline({ privacy: 'S2', max: 2000, isDerived: true })),
    toldOn: optional(date()),
    toldBy: optional(choice(['in-person', 'message', 'letter', 'phone'])),
    appealReason: optional(multiline({ privacy: 'S2', max: 1000 })),
    appealConclusion: optional(multiline({ privacy: 'S2', max: 1000 })),
    withdrawReason: optional(multiline({ privacy: 'S2', max: 500 })),
    closedOn: optional(date({ isDerived: true })),
    state: choice(applicationStates),
  },
  scope: { from: 'person' },
  title: 'personName',
  search: ['personName'],
  operations: ['create', 'update', 'import', 'export'],
  list: {
    columns: ['personName', 'programme', 'appliedOn', 'state', 'verdict', 'decidedOn'],
    filters: ['programme', 'state', 'channel', 'person', 'household', 'organisation', 'appliedOn', 'decidedOn'],
    orders: ['appliedOn'],
    direction: 'descending',
  },
  workflow: applicationWorkflow,
  sections: [
    {
      title: 'application.section.application',
      fields: [
        'programme',
        'person',
        'household',
        'organisation',
        'objectNumber',
        'applicant',
        'applicantName',
        'channel',
        'receivingCounty',
        'receivedThereOn',
        'reason',
        'offer',
        'appliedOn',
        'startMonth',
      ],
    },
    { title: 'application.section.evidence', fields: ['evidence', 'documents', 'correctionNote'] },
    {
      title: 'application.section.survey',
      fields: ['surveyedOn', 'surveyors', 'surveyPlace', 'survey', 'surveyPhotos', 'surveySignature'],
    },
    {
      title: 'application.section.opinions',
      fields: [
        'villageOpinion',
        'villageOn',
        'villageNote',
        'townNote',
        'verdict',
        'explanation',
        'ruleVersion',
        'reviewNote',
      ],
    },
    {
      title: 'application.section.department',
      fields: ['department', 'departmentDocument', 'departmentOn', 'departmentNote'],
    },
    { title: 'application.section.notice', fields: ['noticePlace', 'objectionNote', 'resolutionNote'] },
    {
      title: 'application.section.decision',
      fields: [
        'amount',
        'decidedOn',
        'decisionNote',
        'refusalReason',
        'refusalNote',
        'refusalGrounds',
        'toldOn',
        'toldBy',
        'appealReason',
        'appealConclusion',
        'withdrawReason',
        'closedOn',
        'state',
      ],
    },
  ],
})
