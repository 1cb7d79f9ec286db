import type { ModuleContext } from '@opendpf/kit/server'
import { organisations } from '@opendpf/organisations'
import {
  addAmounts,
  type ItemStanding,
  isAdditive,
  progressOf,
  type ShareStanding,
  type Standing,
} from '../contract/index.js'
import { type Counted, type Counter, countItems } from './counted.js'
import type { ItemRow, SplitRow, WholePlan } from './read-plan.js'
import { type Reported, readReports } from './reports.js'

const { organisation } = organisations.records

/** A result so far, and how it is known. */
type Result = Pick<Standing, 'value' | 'unknownReason' | 'missing' | 'asOf'> & {
  readonly lastYear: number | null
  readonly lastYearByNow: number | null
}

const nothing: Result = {
  value: null,
  unknownReason: null,
  missing: 0,
  asOf: null,
  lastYear: null,
  lastYearByNow: null,
}

/** How every item of a plan stands today, in a fixed number of queries however many items and towns there are. */
export async function progressOfPlan(
  context: Pick<ModuleContext, 'read'>,
  whole: WholePlan,
  { today, counter }: { readonly today: string; readonly counter: Counter },
): Promise<readonly ItemStanding[]> {
  const reports = await readReports(context, whole)
  const counts = await countItems(whole, { today, counter })
  const names = await namesOf(context, whole.items)
  return whole.items.map((row): ItemStanding => {
    const days = daysOf(row, whole)
    const counted = counts.get(row.id)
    const shares = (whole.splits.get(row.id) ?? []).map((split): ShareStanding => {
      const result = shareResult(split, { counted, reports })
      return {
        id: split.id,
        division: split.division ?? '',
        ...standingOf(split.target, result, { row, days, today, counted }),
      }
    })
    const standing = standingOf(row.target, itemResult(row, { counted, reports, shares }), {
      row,
      days,
      today,
      counted,
    })
    const by = row.ownerOrganisation
    const { id, number, title, section, project, line, source, owner, state, partOf, amendments, indicator, filters } =
      row
    return {
      ...{ id, number, title, section, project, line, source, owner, state, partOf, amendments, indicator, filters },
      ...days,
      ...standing,
      organisation: by === null ? null : { id: by, name: names.get(by) ?? '' },
      shares: shares.toSorted((one, other) => one.division.localeCompare(other.division)),
    }
  })
}

function daysOf(row: ItemRow, { plan }: WholePlan): { readonly startsOn: string; readonly dueOn: string } {
  return { startsOn: row.startsOn ?? `${plan.firstYear}-01-01`, dueOn: row.dueOn ?? `${plan.lastYear}-12-31` }
}

interface Situation {
  readonly row: ItemRow
  readonly days: { readonly startsOn: string; readonly dueOn: string }
  readonly today: string
  readonly counted: Counted | undefined
}

function standingOf(target: Standing['target'], result: Result, { row, days, today, counted }: Situation): Standing {
  const { value, unknownReason, missing, asOf } = result
  const { unit, unitWord } = row
  const isLevel = unit === 'percent' || counted?.isLevel === true
  const lastYear = result.lastYear
  const progress = progressOf({ target, value, isLevel, ...days, today, lastYear, lastYearByNow: result.lastYearByNow })
  return { target, unit, unitWord, value, unknownReason, missing, asOf, ...progress }
}

function itemResult(
  row: ItemRow,
  sources: {
    readonly counted: Counted | undefined
    readonly reports: Reported
    readonly shares: readonly ShareStanding[]
  },
): Result {
  const { counted, reports, shares } = sources
  const known = { ...nothing, lastYear: row.lastYear }
  if (counted) return { ...known, ...counted.whole, lastYear: counted.whole.lastYear ?? row.lastYear }
  if (shares.length > 0 && isAdditive(row.unit)) {
    const values = shares.flatMap(({ value }) => (value === null ? [] : [value]))
    const missing = shares.length - values.length + shares.filter((one) => one.value !== null && one.missing > 0).length
    return values.length === 0 ? { ...known, missing } : { ...known, value: addAmounts(values), missing }
  }
  const report = reports.ofItem.get(row.id)
  if (report) return { ...known, ...report }
  // what is done or not is known from the item itself
  if (row.target.kind === 'yes-no')
    return { ...known, value: row.state === 'finished' || row.state === 'verified' ? 1 : 0 }
  return known
}

function shareResult(
  split: SplitRow,
  sources: { readonly counted: Counted | undefined; readonly reports: Reported },
): Result {
  const { counted, reports } = sources
  if (counted) return { ...nothing, ...counted.byPlace.get(split.division ?? '') }
  return { ...nothing, ...reports.ofSplit.get(split.id) }
}

async function namesOf(
  { read }: Pick<ModuleContext, 'read'>,
  items: readonly ItemRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(items.map((row) => row.ownerOrganisation).filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  return new Map((await read.many(organisation, { id: ids })).map(({ id, name }) => [id, name]))
}
