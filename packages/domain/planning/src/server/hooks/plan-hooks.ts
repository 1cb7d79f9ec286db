import type { RowOf } from '@opendpf/kit'
import type { Draft, RecordHooks } from '@opendpf/kit/server'
import { planning } from '../../contract/index.js'
import { refuseRemoval } from './refuse-removal.js'

const { plan } = planning.records
type Plan = typeof plan
type Change = Draft<Plan>

/** Fields that say what a plan is; once it is submitted they stay. */
const fixed = ['title', 'kind', 'division', 'firstYear', 'lastYear', 'organisation', 'parent', 'goals'] as const

/** Years and place fit the kind, and what was submitted is not rewritten. */
export const planHooks: RecordHooks<Plan> = {
  prepare(draft, { today }) {
    const { action, values, before, verb, refuse } = draft
    if (action === 'update' && before && before.state !== 'draft')
      for (const field of fixed) if (before[field] !== values[field]) refuse(field, 'plan.problem.adopted')
    checkYears(draft)
    checkPlace(draft)
    if (verb === 'adopt') values.adoptedOn = today
  },
  async after(changes, { locale }) {
    for (const { action, before } of changes)
      if (action === 'remove' && before && before.state !== 'draft') refuseRemoval(locale)
  },
}

function checkYears({ values, refuse }: Change): void {
  const year = values.kind === 'five-year' ? values.firstYear + 4 : values.firstYear
  if (values.lastYear !== year) refuse('lastYear', 'plan.problem.years', { year })
}

function checkPlace({ values, refuse }: Change): void {
  const isCounty = values.division.endsWith('000000')
  if (values.kind === 'town' && isCounty) refuse('division', 'plan.problem.townOnly')
  if (values.kind !== 'town' && !isCounty) refuse('division', 'plan.problem.countyOnly')
}

/** Whether the parts of a plan may still be written freely. */
export function isOpen({ state }: Pick<RowOf<Plan>, 'state'>): boolean {
  return state === 'draft'
}
