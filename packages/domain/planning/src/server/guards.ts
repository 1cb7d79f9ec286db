import type { GuardAnswer, ModuleContext } from '@opendpf/kit/server'
import { checkPlan, planning } from '../contract/index.js'
import { indicatorFacts } from './indicators.js'
import { factsOf, readPlan } from './read-plan.js'

const { item, result, split, criterion, remedy } = planning.records
type Row = { readonly id: string }

/** What must hold before a plan is submitted or adopted, an item verified, an assessment started or applied for. */
export const guards = {
  'plan.hasItems': async ({ read }: ModuleContext, { id }: Row): Promise<GuardAnswer> =>
    (await read.count(item, { plan: id })) > 0 ? true : {},

  'plan.isSound': async (context: ModuleContext, { id }: Row): Promise<GuardAnswer> => {
    const whole = await readPlan(context, id)
    const known = indicatorFacts(context.registry, context.locale)
    const count = whole ? checkPlan(factsOf(whole, known)).filter(({ severity }) => severity === 'error').length : 0
    return count === 0 ? true : { count }
  },

  // what the registers count is its own evidence
  'item.hasEvidence': async (
    { read }: ModuleContext,
    { id, indicator }: Row & { readonly indicator: string | null },
  ): Promise<GuardAnswer> => {
    if (indicator !== null) return true
    const shares = (await read.many(split, { item: id })).map((row) => row.id)
    const reports = [
      ...(await read.many(result, { item: id })),
      ...(shares.length === 0 ? [] : await read.many(result, { split: shares })),
    ]
    return reports.some(({ evidence }) => evidence !== null) ? true : {}
  },

  'scheme.hasCriteria': async ({ read }: ModuleContext, { id }: Row): Promise<GuardAnswer> =>
    (await read.count(criterion, { scheme: id })) > 0 ? true : {},

  'scheme.remediesDone': async ({ read }: ModuleContext, { id }: Row): Promise<GuardAnswer> => {
    const criteria = (await read.many(criterion, { scheme: id })).map((row) => row.id)
    const count = criteria.length === 0 ? 0 : await read.count(remedy, { criterion: criteria, state: 'open' })
    return count === 0 ? true : { count }
  },
}
