import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { addAmounts, planning } from '../contract/index.js'
import type { WholePlan } from './read-plan.js'

const { item, result } = planning.records
type Row = RowOf<typeof result>

/** What was reported by hand last. */
export interface Report {
  readonly value: number | null
  readonly unknownReason: string | null
  readonly asOf: string | null
  /** Parts that are not known. */
  readonly missing: number
}

/** The latest reports on items and shares, by their ids. */
export interface Reported {
  readonly ofItem: ReadonlyMap<string, Report>
  readonly ofSplit: ReadonlyMap<string, Report>
}

/**
 * The latest reports on a plan, in three queries. A town that carries its share out by a plan of its own reports on the items of that plan;
 * those are added up unless it has reported on the share itself.
 */
export async function readReports({ read }: Pick<ModuleContext, 'read'>, whole: WholePlan): Promise<Reported> {
  const items = whole.items.map(({ id }) => id)
  const splits = [...whole.splits.values()].flat().map(({ id }) => id)
  const carried = splits.length === 0 ? [] : await read.many(item, { split: splits })
  const going = carried.filter(({ state }) => state !== 'dropped')
  const about = [...items, ...going.map(({ id }) => id)]
  const ofItem = latest(about.length === 0 ? [] : await read.many(result, { item: about }), ({ item: of }) => of)
  const ofSplit = latest(splits.length === 0 ? [] : await read.many(result, { split: splits }), ({ split: of }) => of)
  const ofTown = Map.groupBy(going, ({ split }) => split ?? '')
  return {
    ofItem,
    ofSplit: new Map(
      splits.flatMap((id) => {
        const report = ofSplit.get(id) ?? together((ofTown.get(id) ?? []).map((row) => ofItem.get(row.id)))
        return report ? [[id, report] as const] : []
      }),
    ),
  }
}

function latest(rows: readonly Row[], keyOf: (row: Row) => string | null): ReadonlyMap<string, Report> {
  const found = new Map<string, Row>()
  for (const row of rows) {
    const key = keyOf(row) ?? ''
    const known = found.get(key)
    // of two reports up to the same day the one that was written later holds
    if (!known || [row.asOf, row.recordedAt].join(' ') > [known.asOf, known.recordedAt].join(' ')) found.set(key, row)
  }
  return new Map(
    [...found].map(([key, { value, unknownReason, asOf }]) => [key, { value, unknownReason, asOf, missing: 0 }]),
  )
}

function together(reports: readonly (Report | undefined)[]): Report | undefined {
  const known = reports.flatMap((one) => (one?.value == null ? [] : [one]))
  if (known.length === 0) return undefined
  return {
    value: addAmounts(known.map(({ value }) => value ?? 0)),
    unknownReason: null,
    asOf: known.map(({ asOf }) => asOf ?? '').toSorted()[0] ?? null,
    missing: reports.length - known.length,
  }
}
