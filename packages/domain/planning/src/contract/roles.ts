/** Whoever writes a plan takes parts of it away again while it is a draft. */
const writing = ['section.remove', 'project.remove', 'item.remove', 'split.remove', 'plan.submit'] as const
const working = ['item.finish', 'item.reopen', 'remedy.finish'] as const

/** Towns write and carry out their own plans; the county adopts, verifies and closes. */
export const planningRoles = {
  'town-clerk': [...writing, ...working],
  'county-clerk': [
    ...writing,
    ...working,
    'plan.takeBack',
    'item.drop',
    'chapter.remove',
    'criterion.remove',
    'scheme.start',
    'scheme.apply',
    'scheme.pass',
    'scheme.fail',
  ],
} as const
