/** The village and the town hang notices up and take objections; the county publishes, withdraws and decides. */
const local = ['notice.recordHanging', 'objection.create'] as const

export const noticeRoles = {
  'village-commissioner': [...local, 'notice.print'],
  'town-clerk': local,
  'county-clerk': [
    ...local,
    'notice.publish',
    'notice.withdraw',
    'line.withdraw',
    'objection.uphold',
    'objection.reject',
  ],
} as const
