/**
 * Who takes which step: the village and the town help to apply, the county's clerk accepts, sends and prints, the approver decides.
 */
const applying = ['case.submit', 'case.resubmit', 'case.withdraw'] as const

const clerking = [
  ...applying,
  'case.registerFile',
  'case.askCorrection',
  'case.refuse',
  'case.accept',
  'case.referForAssessment',
  'case.sendToReview',
  'case.findEligible',
  'case.findNotEligible',
  'case.dispute',
  'case.cityFindsEligible',
  'case.cityFindsNotEligible',
  'case.appeal',
  'case.provinceFindsEligible',
  'case.provinceRefuses',
  'case.startNotice',
  'case.skipNotice',
  'case.sendToNational',
  'case.printCertificate',
  'case.handOver',
  'transfer.confirm',
  'transfer.comeBack',
  'referral.assess',
  'referral.prepare',
  'referral.refuse',
  'referral.post',
  'referral.skipPosting',
  'referral.send',
  'referral.noteApproval',
  'referral.noteReturn',
  'trip.finish',
  'trip.cancel',
] as const

const deciding = ['case.approve', 'case.reject', 'case.carryOut'] as const

export const moduleRoles = {
  'village-commissioner': ['case.create', 'case.update', ...applying],
  'town-clerk': [...applying, 'case.startNotice', 'case.handOver', 'trip.finish', 'trip.cancel'],
  'county-clerk': clerking,
  // the key signs what the county decided; an administrator of accounts has no part in its work
  'county-approver': [...deciding, 'credential.rotate'],
} as const
