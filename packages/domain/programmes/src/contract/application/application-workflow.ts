import type { Workflow } from '@opendpf/kit'

/** Stages before anything is decided, in their order. */
const handlingStates = [
  'received',
  'correcting',
  'surveying',
  'village',
  'town',
  'review',
  'department',
  'notice',
  'objection',
  'decision',
] as const

/** Where an application is. */
export const applicationStates = [
  'draft',
  ...handlingStates,
  'approved',
  'rejected',
  'appealable',
  'appeal',
  'granted',
  'refused',
  'withdrawn',
  'terminated',
] as const
export type ApplicationState = (typeof applicationStates)[number]

/** States in which an application is not at its end: a beneficiary has at most one of a programme. */
export const openApplicationStates = [
  'draft',
  ...handlingStates,
  'approved',
  'rejected',
  'appealable',
  'appeal',
] as const

const refusal = { to: 'rejected', requires: ['refusalReason', 'refusalNote'], guards: ['refusalIsGrounded'] } as const
/** Who looked at it before does not decide. */
const reviewers = ['create', 'passTown', 'passReview'] as const
const appeal = {
  requires: ['appealConclusion'],
  notBy: ['approve', 'reject', 'refuseAtTown', 'refuseAtReview'],
} as const

/**
 * From the counter to the decision (申请审批). One graph for all programmes: a stage that a programme does not have is passed over by the
 * system, and no stage is ever skipped by a person. What another department decides is recorded and is no decision of ours.
 */
export const applicationWorkflow = {
  field: 'state',
  initial: 'draft',
  final: ['granted', 'refused', 'withdrawn', 'terminated'],
  transitions: {
    submit: {
      from: 'draft',
      to: 'received',
      guards: ['isOffered', 'onlyOne', 'numberFree', 'onceAYear', 'applicantNamed', 'applicantMay'],
    },
    // what another county received and pushed here counts from the day on which it was received there
    arrive: { from: 'draft', to: 'received', by: 'system' },
    // everything that is missing is told at once, and once (一次性告知)
    askCorrection: {
      from: 'received',
      to: 'correcting',
      requires: ['correctionNote'],
      guards: ['firstCorrection'],
    },
    resubmit: { from: 'correcting', to: 'received' },
    lapse: { from: 'correcting', to: 'withdrawn', by: 'system' },
    accept: {
      from: 'received',
      to: 'surveying',
      guards: ['isOffered', 'onlyOne', 'numberFree', 'onceAYear', 'evidenceComplete'],
    },

    noteSurvey: { from: 'surveying', to: 'village', guards: ['hasSurvey', 'surveyDone'] },
    postponeSurvey: { from: 'surveying', to: 'village', guards: ['hasSurvey', 'surveyMayBeLater'] },
    passOverSurvey: { from: 'surveying', to: 'village', by: 'system', guards: ['hasNoSurvey'] },

    noteOpinion: { from: 'village', to: 'town', requires: ['villageOpinion', 'villageOn'], guards: ['hasVillage'] },
    passOverVillage: { from: 'village', to: 'town', by: 'system', guards: ['hasNoVillage'] },

    passTown: { from: 'town', to: 'review', guards: ['hasTown'] },
    refuseAtTown: { from: 'town', ...refusal },
    passOverTown: { from: 'town', to: 'review', by: 'system', guards: ['hasNoTown'] },

    // a town sees its own people alone: whether somebody receives elsewhere in the county is asked here once more
    passReview: {
      from: 'review',
      to: 'department',
      guards: ['onlyOne', 'numberFree', 'onceAYear', 'qualifies'],
      notBy: ['passTown'],
    },
    refuseAtReview: { from: 'review', ...refusal },

    noteApproval: {
      from: 'department',
      to: 'notice',
      requires: ['departmentDocument', 'departmentOn'],
      guards: ['hasDepartment'],
    },
    noteRefusal: {
      from: 'department',
      to: 'rejected',
      requires: ['departmentDocument', 'departmentOn', 'refusalNote'],
      guards: ['hasDepartment'],
    },
    passOverDepartment: { from: 'department', to: 'notice', by: 'system', guards: ['hasNoDepartment'] },

    // what becomes of its line on the notice is told by the engine of notices
    object: { from: 'notice', to: 'objection', by: 'system' },
    upholdObjection: { from: 'objection', to: 'review', by: 'system' },
    rejectObjection: { from: 'objection', to: 'notice', by: 'system' },
    endNotice: { from: 'notice', to: 'decision', by: 'system' },
    returnFromNotice: { from: ['notice', 'objection'], to: 'review', by: 'system' },
    passOverNotice: { from: 'notice', to: 'decision', by: 'system', guards: ['hasNoNotice'] },

    approve: {
      from: 'decision',
      to: 'approved',
      guards: [
        'isOurDecision',
        'onlyOne',
        'numberFree',
        'onceAYear',
        'surveyDone',
        'qualifies',
        'standardKnown',
        'amountDecided',
      ],
      notBy: reviewers,
      emits: 'application.approved',
    },
    // the department has decided about the grant; the county carries it out
    followDepartment: {
      from: 'decision',
      to: 'approved',
      by: 'system',
      guards: ['departmentDecides'],
      emits: 'application.approved',
    },
    reject: { from: 'decision', ...refusal, notBy: reviewers },
    tell: { from: 'approved', to: 'granted', requires: ['toldOn', 'toldBy'] },
    tellRefusal: { from: 'rejected', to: 'appealable', requires: ['toldOn', 'toldBy'] },

    appeal: { from: 'appealable', to: 'appeal', requires: ['appealReason'], guards: ['firstAppeal'] },
    upholdAppeal: { from: 'appeal', to: 'review', ...appeal },
    dismissAppeal: { from: 'appeal', to: 'refused', ...appeal },
    endAppealTime: { from: 'appealable', to: 'refused', by: 'system' },

    withdraw: {
      from: ['draft', ...handlingStates],
      to: 'withdrawn',
      requires: ['withdrawReason'],
    },
    // what it is about is gone: the applicant has died
    terminate: { from: openApplicationStates, to: 'terminated', by: 'system' },
  },
  clocks: {
    correction: { runs: ['correcting'], statutory: { days: 30 }, escape: 'lapse' },
    /** From the application to the decision, the federation's and the town's own days alone (全程网办认定 10 个工作日). */
    recognition: {
      runs: ['received', 'surveying', 'village', 'town', 'review', 'decision'],
      paused: {
        correcting: 'correction',
        department: 'other-department',
        notice: 'notice',
        objection: 'investigation',
      },
      statutory: { workingDays: 10 },
      vary: { field: 'programme', limits: {} },
      remind: 3,
    },
    departmentReply: { runs: ['department'], statutory: { workingDays: 10 }, remind: 3 },
    telling: { runs: ['approved', 'rejected'], statutory: { workingDays: 3 }, remind: 1 },
    appealTime: { runs: ['appealable'], statutory: { days: 60 }, escape: 'endAppealTime' },
    appealAnswer: { runs: ['appeal'], statutory: { days: 60 }, remind: 5 },
  },
  waits: {
    draft: { owner: 'applicant', clock: null, escape: 'withdraw' },
    received: { owner: 'town', clock: 'recognition', escape: 'accept' },
    correcting: { owner: 'applicant', clock: 'correction', escape: 'lapse' },
    surveying: { owner: 'village', clock: 'recognition', escape: 'noteSurvey' },
    village: { owner: 'village', clock: 'recognition', escape: 'noteOpinion' },
    town: { owner: 'town', clock: 'recognition', escape: 'passTown' },
    review: { owner: 'county', clock: 'recognition', escape: 'passReview' },
    department: { owner: 'other-department', clock: 'departmentReply', escape: 'noteApproval' },
    notice: { owner: 'village', clock: 'recognition', escape: 'endNotice' },
    objection: { owner: 'county', clock: 'recognition', escape: 'rejectObjection' },
    decision: { owner: 'county', clock: 'recognition', escape: 'reject' },
    approved: { owner: 'county', clock: 'telling', escape: 'tell' },
    rejected: { owner: 'county', clock: 'telling', escape: 'tellRefusal' },
    appealable: { owner: 'applicant', clock: 'appealTime', escape: 'endAppealTime' },
    appeal: { owner: 'county', clock: 'appealAnswer', escape: 'dismissAppeal' },
  },
} as const satisfies Workflow
