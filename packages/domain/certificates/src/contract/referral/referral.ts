import {
  choice,
  code,
  data,
  date,
  defineRecord,
  division,
  flag,
  multiline,
  name,
  number,
  optional,
  text,
} from '@opendpf/kit'
import { disabilityCategories, disabilityCauses } from '@opendpf/standards'
import { componentsSchema } from '../components.js'
import { referralWorkflow } from './referral-workflow.js'

const referralStates = [
  'accepted',
  'assessed',
  'posted',
  'objected',
  'ready',
  'sent',
  'approved',
  'returned',
  'refused',
] as const

/**
 * An application that this county accepts for the county of somebody's household register (跨省通办): it names the institution, has the
 * person assessed and posts the conclusion; that county decides. It lies in the county of residence, which keeps it.
 */
export const referral = defineRecord({
  fields: {
    applicantName: name(),
    idNumber: number('resident-id'),
    item: choice(['new', 'renew', 'reissue-lost', 'change-grade', 'cancel']),
    cancelReason: optional(choice(['recovered', 'voluntary'])),
    /** The household register, where it lies in this system; in words, where it does not. */
    householdDivision: optional(division()),
    householdPlace: optional(text({ max: 100 })),
    hasResidencePermit: flag(),
    claimedCategory: optional(code(disabilityCategories, { privacy: 'S3', isOpen: true })),
    acceptedOn: date(),
    reason: optional(multiline({ privacy: 'S2', max: 500 })),

    institution: optional(text({ privacy: 'S4', storage: 'sealed' })),
    doctors: optional(text({ privacy: 'S4', storage: 'sealed' })),
    assessedOn: optional(date({ privacy: 'S4' })),
    components: optional(data(componentsSchema, { privacy: 'S3', isOpen: true })),
    criterion: optional(text({ privacy: 'S4', storage: 'sealed', max: 200 })),
    findings: optional(multiline({ privacy: 'S4', storage: 'sealed' })),
    cause: optional(code(disabilityCauses, { privacy: 'S4' })),
    noticePlace: optional(text({ max: 100 })),
    postedFrom: optional(date({ isDerived: true })),
    postedTo: optional(date({ isDerived: true })),
    objectionNote: optional(multiline({ privacy: 'S4', storage: 'sealed', isDerived: true })),
    resolutionNote: optional(multiline({ privacy: 'S2', isDerived: true })),

    application: optional(text({ isDerived: true, max: 36 })),
    sentOn: optional(date({ isDerived: true })),
    outcome: optional(multiline({ privacy: 'S2', max: 500 })),
    refusalNote: optional(multiline({ privacy: 'S2', max: 500 })),
    division: division(),
    state: choice(referralStates),
  },
  scope: 'division',
  title: 'applicantName',
  search: ['applicantName'],
  list: {
    columns: ['applicantName', 'item', 'state', 'householdDivision', 'householdPlace', 'acceptedOn', 'sentOn'],
    filters: ['item', 'state', 'acceptedOn', 'sentOn'],
    orders: ['acceptedOn', 'applicantName'],
    direction: 'descending',
  },
  workflow: referralWorkflow,
  sections: [
    {
      title: 'referral.section.application',
      fields: [
        'applicantName',
        'idNumber',
        'item',
        'cancelReason',
        'householdDivision',
        'householdPlace',
        'hasResidencePermit',
        'claimedCategory',
        'acceptedOn',
        'reason',
        'division',
      ],
    },
    {
      title: 'referral.section.assessment',
      fields: ['institution', 'doctors', 'assessedOn', 'components', 'criterion', 'findings', 'cause'],
    },
    {
      title: 'referral.section.notice',
      fields: ['noticePlace', 'postedFrom', 'postedTo', 'objectionNote', 'resolutionNote'],
    },
    { title: 'referral.section.outcome', fields: ['state', 'sentOn', 'application', 'outcome', 'refusalNote'] },
  ],
})
