/** The lines of service that items belong to; the order is that of an annual plan. */
export const serviceLines = [
  'registry',
  'certificates',
  'rehab',
  'employment',
  'poverty-relief',
  'education',
  'culture-sports',
  'legal-aid',
  'care',
  'accessibility',
  'publicity',
  'organisations',
  'volunteers',
  'households',
  'funds',
  'compliance',
  'planning',
] as const

export type ServiceLine = (typeof serviceLines)[number]

/** Where a task comes from. */
export const taskSources = ['own', 'government', 'higher-dpf', 'committee', 'commitments'] as const
export type TaskSource = (typeof taskSources)[number]
