/** Villages find and visit, towns keep, the county decides; whoever lists the poor or accepts a house has not entered them. */
const villages = [
  'visit.create',
  'poorEntry.create',
  'support.create',
  'pairing.create',
  'help.create',
  'referral.create',
  'housing.create',
] as const
const towns = [
  ...villages,
  'loan.create',
  'poorEntry.takeOff',
  'poorEntry.close',
  'poorEntry.review',
  'poorEntry.watchLonger',
  'support.check',
  'pairing.end',
  'referral.answer',
  'referral.withdraw',
  'housing.drop',
] as const
const county = [
  ...towns,
  'poorEntry.admit',
  'poorEntry.refuse',
  'loan.lend',
  'loan.refuse',
  'loan.repay',
  'housing.plan',
  'housing.start',
  'housing.accept',
  'reduction.confirm',
  'reduction.sendBack',
  'reduction.enterAgain',
] as const
const deciding = ['poorEntry.admit', 'poorEntry.refuse', 'housing.accept', 'reduction.confirm'] as const

export const povertyReliefRoles = {
  'village-commissioner': villages,
  'town-clerk': towns,
  'county-clerk': county,
  'county-approver': deciding,
} as const
