import { bookOf } from '@opendpf/eligibility'
import { compileSchemes, type ParameterTable, readParameters, valueFor } from '@opendpf/eligibility/asking'
import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'

const own = 'poverty-relief.'
const scheme = `${own}hospitalReduction`
const names = new Set(['hospitalFees', 'hospitalShare', 'hospitalYearMost'].map((name) => own + name))

/** What held for somebody on a day: whether he had a right to reductions, and what his county reduced. */
export interface RuleOfDay {
  readonly hasRight: boolean
  /** Kinds of fees that were reduced. */
  readonly kinds: readonly string[]
  /** The largest share of one bill, in per cent. */
  readonly share: number
  /** The most in a calendar year, in fen; undefined where the county has set no ceiling. */
  readonly yearMost: number | undefined
}

type Context = Pick<ModuleContext, 'db' | 'registry' | 'provided'>

/** The rule of one day for people, in two queries however many they are. Whoever is not of the caller's territory is left out. */
export async function ruleOfDay(
  context: Context,
  date: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, RuleOfDay>> {
  const { joined, verdicts } = await compileSchemes(context, [scheme], { date })
  const table = await readParameters(context, bookOf(context.registry), names, { date })
  const { rows } = await sql<{ readonly id: string; readonly division: string; readonly verdict: boolean | null }>`
    select s.id, ${joined.division} as division, ${verdicts.get(scheme) ?? sql`null`} as verdict
    from ${joined.from} where s.id = any(${people}::text[])`.execute(context.db)
  return new Map(
    rows.map(({ id, division, verdict }) => [id, { hasRight: verdict === true, ...decided(table, division) }]),
  )
}

function decided(table: ParameterTable, division: string): Omit<RuleOfDay, 'hasRight'> {
  const of = (name: string) => valueFor(table, own + name, division)?.value
  const [kinds, share, yearMost] = [of('hospitalFees'), of('hospitalShare'), of('hospitalYearMost')]
  return {
    kinds: Array.isArray(kinds) ? kinds.filter((kind) => typeof kind === 'string') : [],
    share: typeof share === 'number' ? share : 0,
    yearMost: typeof yearMost === 'number' ? yearMost : undefined,
  }
}
