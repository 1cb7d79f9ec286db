import type { Limits } from '@opendpf/kit'
import { openCaseStates } from './case-states.js'
import type { CaseItem } from './items.js'

const review = ['accept', 'registerFile'] as const

/**
 * How long the county takes from the application to the end, its own days alone. No national text says; fifty working days stand in a local
 * guide, and a county enters its own limits and promises.
 */
const ownDays = (promised: number): Limits => ({ statutory: { workingDays: 50 }, promised: { workingDays: promised } })

const handling: Readonly<Record<CaseItem, Limits>> = {
  new: ownDays(20),
  renew: ownDays(10),
  'reissue-lost': ownDays(10),
  'exchange-damaged': ownDays(10),
  'change-grade': ownDays(20),
  cancel: ownDays(5),
  freeze: ownDays(5),
  unfreeze: ownDays(5),
  'transfer-out': ownDays(5),
  'transfer-in': ownDays(10),
}

/**
 * From the application to the certificate in the holder's hand (办法 第 9、25 条). The county accepts and reviews, an institution
 * assesses, the village posts the conclusion; nobody reviews what he accepted himself, and the national system gives the number.
 */
export const caseWorkflow = {
  field: 'state',
  initial: 'draft',
  final: ['issued', 'done', 'refused', 'withdrawn', 'terminated'],
  transitions: {
    submit: {
      from: 'draft',
      to: 'submitted',
      guards: [
        'alive',
        'noOpenCase',
        'hasNoCertificate',
        'certificateInState',
        'renewalDue',
        'notBarred',
        'guardianNamed',
        'placeNamed',
      ],
    },
    // a certificate that another county of this system released
    receive: { from: 'draft', to: 'submitted', by: 'system' },
    // what the law tells the county to do by itself goes to the approver at once
    propose: { from: 'draft', to: 'review', by: 'system', guards: ['certificateInState'] },
    // the county where somebody lives has accepted, assessed and posted (跨省通办); this one decides
    registerFile: {
      from: 'draft',
      to: 'review',
      requires: ['actingCounty', 'assessedOn', 'doctors', 'components', 'criterion'],
      guards: [
        'isFromOtherCounty',
        'alive',
        'noOpenCase',
        'hasNoCertificate',
        'certificateInState',
        'renewalDue',
        'notBarred',
        'guardianNamed',
        'wasPosted',
      ],
    },
    askCorrection: {
      from: 'submitted',
      to: 'correcting',
      requires: ['correctionNote'],
      emits: 'case.correctionAsked',
    },
    resubmit: { from: 'correcting', to: 'submitted' },
    lapse: { from: 'correcting', to: 'withdrawn', by: 'system' },
    withdraw: { from: ['draft', 'submitted', 'correcting', 'accepted'], to: 'withdrawn' },
    refuse: {
      from: 'submitted',
      to: 'refused',
      requires: ['refusalReason', 'refusalNote'],
      emits: 'case.refused',
    },
    accept: {
      from: 'submitted',
      to: 'accepted',
      guards: ['alive', 'guardianNamed', 'identitySeen', 'photosTaken', 'guardianProofSeen'],
    },
    referForAssessment: { from: 'accepted', to: 'assessing', requires: ['institution'], guards: ['mayBeAssessed'] },
    sendToReview: { from: 'accepted', to: 'review', guards: ['needsNoAssessment'] },
    findEligible: {
      from: 'assessing',
      to: 'assessed',
      requires: ['assessedOn', 'doctors', 'components', 'criterion'],
    },
    findNotEligible: { from: 'assessing', to: 'not-eligible', requires: ['assessedOn', 'doctors', 'findings'] },
    dispute: {
      from: ['assessed', 'not-eligible', 'notice', 'review'],
      to: 'dispute-city',
      requires: ['disputeReason'],
      guards: ['firstDispute', 'inDisputeTime'],
    },
    cityFindsEligible: { from: 'dispute-city', to: 'assessed', requires: ['components', 'cityConclusion'] },
    cityFindsNotEligible: { from: 'dispute-city', to: 'not-eligible', requires: ['cityConclusion'] },
    appeal: {
      from: ['assessed', 'not-eligible', 'notice', 'review'],
      to: 'dispute-province',
      requires: ['disputeReason'],
      guards: ['cityHasConcluded', 'provinceHasNot', 'inDisputeTime'],
    },
    provinceFindsEligible: { from: 'dispute-province', to: 'assessed', requires: ['components', 'provinceConclusion'] },
    provinceRefuses: {
      from: 'dispute-province',
      to: 'refused',
      requires: ['provinceConclusion'],
      emits: 'case.refused',
    },
    acceptFinding: { from: 'not-eligible', to: 'refused', by: 'system', emits: 'case.refused' },
    startNotice: {
      from: 'assessed',
      to: 'notice',
      requires: ['noticePlace'],
      guards: ['isPosted', 'isAdult'],
    },
    skipNotice: { from: 'assessed', to: 'review', guards: ['needsNoNotice'] },
    // what becomes of its line on the notice is told by the engine of notices
    object: { from: 'notice', to: 'objection', by: 'system' },
    upholdObjection: { from: 'objection', to: 'assessing', by: 'system' },
    rejectObjection: { from: 'objection', to: 'notice', by: 'system' },
    endNotice: { from: 'notice', to: 'review', by: 'system' },
    returnFromNotice: { from: ['notice', 'objection'], to: 'assessed', by: 'system' },
    approve: { from: 'review', to: 'approved', guards: ['alive', 'isConcluded'], notBy: review },
    reject: {
      from: 'review',
      to: 'refused',
      requires: ['refusalReason', 'refusalNote'],
      notBy: review,
      emits: 'case.refused',
    },
    sendToNational: { from: 'approved', to: 'confirming', guards: ['isPrinted'] },
    confirmNumber: {
      from: 'confirming',
      to: 'confirmed',
      by: 'system',
      requires: ['number'],
      guards: ['numberFits'],
    },
    returnByNational: { from: 'confirming', to: 'review', by: 'system', requires: ['nationalNote'] },
    printCertificate: {
      from: 'confirmed',
      to: 'printed',
      requires: ['issueDate'],
      guards: ['alive', 'isNumbered'],
      emits: 'case.printed',
    },
    handOver: {
      from: 'printed',
      to: 'issued',
      requires: ['receipt'],
      requiresDocument: 'insertPages',
      guards: ['alive', 'oldOneTaken'],
      emits: 'case.issued',
    },
    carryOut: { from: 'approved', to: 'done', guards: ['isNotPrinted', 'placeNamed'], emits: 'case.done' },
    // what it is about is gone: the applicant has died
    terminate: {
      from: openCaseStates,
      to: 'terminated',
      by: 'system',
    },
  },
  clocks: {
    acceptance: { runs: ['submitted'], statutory: { workingDays: 5 }, remind: 1 },
    correction: { runs: ['correcting'], statutory: { days: 30 }, escape: 'lapse' },
    dispute: { runs: ['not-eligible'], statutory: { workingDays: 10 }, escape: 'acceptFinding' },
    review: { runs: ['review'], statutory: { workingDays: 10 }, remind: 3 },
    disputable: { runs: ['assessed', 'notice', 'objection'], statutory: { workingDays: 10 }, isWindow: true },
    handling: {
      runs: ['submitted', 'accepted', 'assessed', 'review', 'approved', 'confirmed', 'printed'],
      paused: {
        correcting: 'correction',
        assessing: 'assessment',
        'not-eligible': 'dispute',
        'dispute-city': 'dispute',
        'dispute-province': 'dispute',
        notice: 'notice',
        objection: 'investigation',
        confirming: 'other-department',
      },
      ...ownDays(20),
      vary: { field: 'item', limits: handling },
      remind: 3,
    },
  },
  waits: {
    draft: { owner: 'applicant', clock: null, escape: 'withdraw' },
    submitted: { owner: 'county', clock: 'acceptance', escape: 'accept' },
    correcting: { owner: 'applicant', clock: 'correction', escape: 'lapse' },
    accepted: { owner: 'county', clock: 'handling', escape: 'referForAssessment' },
    assessing: { owner: 'institution', clock: 'handling', escape: 'findNotEligible' },
    assessed: { owner: 'county', clock: 'handling', escape: 'startNotice' },
    'not-eligible': { owner: 'applicant', clock: 'dispute', escape: 'acceptFinding' },
    'dispute-city': { owner: 'prefecture', clock: 'handling', escape: 'cityFindsNotEligible' },
    'dispute-province': { owner: 'province', clock: 'handling', escape: 'provinceRefuses' },
    notice: { owner: 'village', clock: 'handling', escape: 'endNotice' },
    objection: { owner: 'county', clock: 'handling', escape: 'rejectObjection' },
    review: { owner: 'county', clock: 'review', escape: 'reject' },
    approved: { owner: 'county', clock: 'handling', escape: 'carryOut' },
    confirming: { owner: 'other-department', clock: 'handling', escape: 'returnByNational' },
    confirmed: { owner: 'county', clock: 'handling', escape: 'printCertificate' },
    printed: { owner: 'county', clock: 'handling', escape: 'handOver' },
  },
} as const
