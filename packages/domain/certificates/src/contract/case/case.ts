import {
  attachments,
  choice,
  code,
  copied,
  data,
  date,
  defineRecord,
  division,
  flag,
  multiline,
  name,
  number,
  optional,
  reference,
  text,
} from '@opendpf/kit'
import { disabilityCategories, disabilityCauses, disabilityGrades } from '@opendpf/standards'
import { componentsSchema } from '../components.js'
import { caseStates } from './case-states.js'
import { caseWorkflow } from './case-workflow.js'
import { caseItems } from './items.js'

/**
 * An application about a disability certificate (残疾人证办件): what was asked for, by whom, what the institution found, how it was
 * posted, decided and handed over. Its workflow is the law's; the certificate changes when the case ends.
 */
export const certificateCase = defineRecord({
  fields: {
    person: reference('persons.person'),
    holderName: copied(name(), { reference: 'person', field: 'name' }),
    item: choice(caseItems),
    certificate: optional(reference('certificates.certificate')),
    channel: choice(['counter', 'commissioner', 'online', 'other-county', 'ex-officio']),
    applicant: choice(['self', 'guardian', 'relative', 'commissioner', 'federation']),
    guardian: optional(reference('persons.guardian')),
    claimedCategory: optional(code(disabilityCategories, { privacy: 'S3', isOpen: true })),
    hasChanged: optional(flag()),
    appliedOn: date(),
    reason: optional(multiline({ privacy: 'S2', max: 500 })),

    /** A transfer: to a county of this system, or in words to another; from where, and the number on the paper that was brought. */
    toDivision: optional(division()),
    toPlace: optional(text({ max: 100 })),
    fromPlace: optional(text({ max: 100 })),
    priorNumber: optional(number('certificate-number')),
    letterNumber: optional(text({ max: 60 })),

    /** Across provinces: the county of residence that accepted, and the notice that was posted there. */
    actingCounty: optional(text({ max: 100 })),
    referral: optional(text({ isDerived: true, max: 36 })),
    postedFrom: optional(date()),
    postedTo: optional(date()),

    hasIdCard: optional(flag()),
    hasHouseholdBook: optional(flag()),
    hasPhotos: optional(flag()),
    hasGuardianProof: optional(flag()),
    hasOldCertificate: optional(flag()),
    /** Scans at the counter: identity card, household book, photo, proof of guardianship. They show the identity number. */
    documents: optional(attachments({ privacy: 'S3', max: 12 })),
    correctionNote: optional(multiline({ max: 500 })),

    institution: optional(text({ privacy: 'S4', storage: 'sealed' })),
    isHomeVisit: optional(flag()),
    doctors: optional(text({ privacy: 'S4', storage: 'sealed' })),
    assessedOn: optional(date({ privacy: 'S4' })),
    components: optional(data(componentsSchema, { privacy: 'S3', isOpen: true })),
    category: optional(code(disabilityCategories, { privacy: 'S3', isOpen: true, isDerived: true })),
    grade: optional(code(disabilityGrades, { privacy: 'S3', isOpen: true, isDerived: true })),
    criterion: optional(text({ privacy: 'S4', storage: 'sealed', max: 200 })),
    findings: optional(multiline({ privacy: 'S4', storage: 'sealed' })),
    cause: optional(code(disabilityCauses, { privacy: 'S4' })),
    onsetDate: optional(date({ privacy: 'S4' })),
    assessmentFiles: optional(attachments({ privacy: 'S4', max: 12, maxMegabytes: 20 })),

    /** When it was last found whether and how the standard is met: from then on it can be disputed. */
    foundOn: optional(date({ isDerived: true })),
    disputeReason: optional(multiline({ privacy: 'S2', max: 1000 })),
    cityConclusion: optional(multiline({ privacy: 'S4', storage: 'sealed' })),
    provinceConclusion: optional(multiline({ privacy: 'S4', storage: 'sealed' })),

    noticePlace: optional(text({ max: 100 })),
    /** What was said against the finding, and how that was decided: the file of a case is whole by itself. */
    objectionNote: optional(multiline({ privacy: 'S4', storage: 'sealed', isDerived: true })),
    resolutionNote: optional(multiline({ privacy: 'S2', isDerived: true })),

    reviewNote: optional(multiline({ max: 500 })),
    refusalReason: optional(
      choice(['false-information', 'not-competent', 'barred', 'incomplete', 'not-eligible', 'other']),
    ),
    refusalNote: optional(multiline({ privacy: 'S2', max: 1000 })),
    cancelReason: optional(choice(['death', 'recovered', 'voluntary', 'fraud', 'not-transferred', 'other'])),

    /** Given by the national system, and taken over from its answer alone. */
    number: optional(number('certificate-number', { isDerived: true })),
    nationalNote: optional(multiline({ isDerived: true, max: 500 })),
    issueDate: optional(date()),
    media: optional(choice(['paper2', 'card3', 'electronic'])),
    receipt: optional(text({ max: 100 })),
    closedOn: optional(date({ isDerived: true })),
    state: choice(caseStates),
  },
  scope: { from: 'person' },
  title: 'holderName',
  search: ['holderName'],
  list: {
    columns: ['holderName', 'item', 'state', 'category', 'grade', 'appliedOn', 'closedOn'],
    filters: ['item', 'state', 'category', 'grade', 'channel', 'appliedOn', 'closedOn'],
    orders: ['appliedOn', 'holderName'],
    direction: 'descending',
  },
  workflow: caseWorkflow,
  sections: [
    {
      title: 'case.section.application',
      fields: [
        'person',
        'item',
        'certificate',
        'appliedOn',
        'channel',
        'applicant',
        'guardian',
        'claimedCategory',
        'hasChanged',
        'cancelReason',
        'reason',
      ],
    },
    {
      title: 'case.section.transfer',
      fields: ['toDivision', 'toPlace', 'fromPlace', 'priorNumber', 'letterNumber'],
    },
    { title: 'case.section.otherCounty', fields: ['actingCounty', 'postedFrom', 'postedTo'] },
    {
      title: 'case.section.documents',
      fields: [
        'hasIdCard',
        'hasHouseholdBook',
        'hasPhotos',
        'hasGuardianProof',
        'hasOldCertificate',
        'documents',
        'correctionNote',
      ],
    },
    {
      title: 'case.section.assessment',
      fields: [
        'institution',
        'isHomeVisit',
        'doctors',
        'assessedOn',
        'components',
        'category',
        'grade',
        'criterion',
        'findings',
        'cause',
        'onsetDate',
        'assessmentFiles',
      ],
    },
    { title: 'case.section.notice', fields: ['noticePlace', 'objectionNote', 'resolutionNote'] },
    { title: 'case.section.dispute', fields: ['foundOn', 'disputeReason', 'cityConclusion', 'provinceConclusion'] },
    {
      title: 'case.section.decision',
      fields: [
        'state',
        'reviewNote',
        'refusalReason',
        'refusalNote',
        'nationalNote',
        'number',
        'issueDate',
        'media',
        'receipt',
        'closedOn',
      ],
    },
  ],
})
