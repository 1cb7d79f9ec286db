/** The village and the town help to apply and look first, the county's clerk reviews, and the approver decides and freezes. */
const applying = ['application.submit', 'application.resubmit', 'application.withdraw'] as const
const visiting = ['application.noteSurvey', 'application.noteOpinion'] as const

const townWork = [
  ...applying,
  ...visiting,
  'application.askCorrection',
  'application.accept',
  'application.postponeSurvey',
  'application.passTown',
  'application.refuseAtTown',
  'application.tell',
  'application.tellRefusal',
  'application.appeal',
  'gap.list',
  'receipt.complete',
  'receipt.push',
  'receipt.noteApproval',
  'receipt.noteReturn',
  'receipt.withdraw',
] as const

const countyWork = [
  ...townWork,
  'application.passReview',
  'application.refuseAtReview',
  'application.noteApproval',
  'application.noteRefusal',
  'offer.open',
  'offer.close',
  'enrolment.suspend',
  'enrolment.resume',
  'enrolment.stop',
  'difference.keep',
  'difference.stop',
  'difference.suspend',
  'cycle.compute',
  'cycle.check',
  'cycle.drop',
  'cycle.handOver',
  'cycle.notePaid',
  'cycle.reconcile',
] as const

export const programmeRoles = {
  'village-commissioner': ['application.create', 'application.update', ...applying, ...visiting],
  'town-clerk': townWork,
  'county-clerk': countyWork,
  'county-approver': [
    'application.approve',
    'application.reject',
    'application.upholdAppeal',
    'application.dismissAppeal',
    'cycle.approve',
    'cycle.confirm',
    'cycle.sendBack',
    'cycle.close',
  ],
} as const
