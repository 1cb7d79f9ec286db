import { isWithinScope, placeOf } from '@opendpf/kit'
import type { Draft, Guard, RecordHooks } from '@opendpf/kit/server'
import { bookOf, eligibilityModule, valueProblem } from '../contract/index.js'

const { parameter } = eligibilityModule.records
type Parameter = typeof parameter

/** Values are such as their declaration allows, of one's own territory, and stay as they are once they hold. */
export const parameterHooks: RecordHooks<Parameter> = {
  prepare(draft, { actor, registry }) {
    const { values, before, action, refuse } = draft
    const declared = bookOf(registry).parameters.get(values.name)
    if (!declared) refuse('name', 'parameter.problem.unknown', { name: values.name })
    else {
      const problem = valueProblem(declared, values.value)
      if (problem) refuse('value', `parameter.problem.${problem}`)
    }
    if (values.until !== null && values.until < values.since) refuse('until', 'parameter.problem.period')
    if (action === 'update' && before?.state !== 'draft') refuse('value', 'parameter.problem.fixed')
    if (!mayDecideFor(actor.scope, values.region)) refuse('region', 'parameter.problem.region')
    if (draft.verb === 'correct') keepTheRest(draft)
  },
}

function mayDecideFor(scope: Parameters<typeof isWithinScope>[0], region: string | null): boolean {
  if (scope.level === 'all') return true
  // provinces and prefectures lie in nobody's county
  return region !== null && isWithinScope(scope, placeOf(region))
}

/** What is void says why, and is otherwise left as it was. */
function keepTheRest({ before, values, refuse }: Draft<Parameter>): void {
  if (!before) return
  for (const field of ['name', 'region', 'since', 'until', 'documentTitle'] as const)
    if (before[field] !== values[field]) refuse(field, 'parameter.problem.fixed')
  if (JSON.stringify(before.value) !== JSON.stringify(values.value)) refuse('value', 'parameter.problem.fixed')
}

const alone: Guard<Parameter> = async ({ read }, row) => {
  const others = (await read.many(parameter, { name: row.name, region: row.region, state: 'in-force' })).filter(
    ({ id }) => id !== row.id,
  )
  const next = others.map(({ since }) => since).filter((since) => since >= row.since)
  const isTaken =
    // two values from one day, or days that an earlier document has said it holds until
    next.includes(row.since) ||
    others.some(({ since, until }) => since < row.since && until !== null && until >= row.since) ||
    (row.until !== null && next.some((since) => since <= (row.until as string)))
  return isTaken ? { since: row.since } : true
}

/** Months that are over are changed with a reason, or not at all. */
const accounted: Guard<Parameter> = ({ today }, { since, grounds }) =>
  since >= `${today.slice(0, 7)}-01` || grounds !== null ? true : { since }

export const parameterGuards = { 'parameter.alone': alone, 'parameter.accounted': accounted }
