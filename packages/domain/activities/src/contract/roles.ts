/** Villages and towns register and take people down; towns hold activities of their own; only the county puts one away. */
const local = [
  'registration.create',
  'registration.withdraw',
  'attendance.create',
  'activity.signIn',
  'picture.create',
  'evaluation.create',
] as const
const holding = [
  ...local,
  'activity.openRegistration',
  'activity.start',
  'activity.finish',
  'activity.callOff',
  'session.remove',
  'attendance.remove',
  'cost.remove',
  'picture.remove',
] as const

export const activityRoles = {
  'village-commissioner': local,
  'town-clerk': holding,
  'county-clerk': [...holding, 'activity.archive'],
} as const
