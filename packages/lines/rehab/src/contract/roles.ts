/** Villages and towns keep files and follow up; institutions' services are entered where the client lives; the county keeps the rest. */
const local = ['file.create', 'service.create', 'followUp.create', 'followUp.hold', 'followUp.drop'] as const
const towns = [...local, 'file.archive', 'plan.agree', 'plan.end'] as const

export const rehabRoles = {
  'village-commissioner': local,
  'town-clerk': towns,
  'county-clerk': towns,
} as const
