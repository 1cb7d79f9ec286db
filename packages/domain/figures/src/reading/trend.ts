import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import {
  addYears,
  firstDayOf,
  formatPeriod,
  lastDayOf,
  type Period,
  type PeriodKind,
  periodOf,
  previousPeriod,
} from '@opendpf/standards'
import { catalogueOf, type FigureAsked, figures, type TrendPoint, type TrendValue } from '../contract/index.js'
import { territoryOf } from './asking.js'
import { refuseMistakes } from './checked.js'
import type { Context } from './measured-rows.js'
import { readFigures } from './read-figures.js'

const { frozenFigure } = figures.records
type Frozen = RowOf<typeof frozenFigure>

/** Which periods of a figure are wanted: `count` of a kind, the last of them the one that `to` (default today) falls in. */
export interface TrendAsked {
  readonly figure: FigureAsked
  readonly kind: PeriodKind
  readonly count: number
}

interface Days {
  readonly from: string
  readonly to: string
}

/**
 * A figure over the last periods, each beside the same days of the year before, in one call of `readFigures`. A period that was frozen by
 * another definition than the present one is told as it was frozen, with the version of that definition: what changed is then the meaning,
 * and not what is counted.
 *
 * @throws OpenDpfError `invalid-request` for a question that cannot be meant
 */
export async function readTrend(
  context: Context & Pick<ModuleContext, 'read'>,
  { figure, kind, count }: TrendAsked,
): Promise<readonly TrendPoint[]> {
  const { by: _, ...asked } = figure
  const periods = lastPeriods(kind, asked.to ?? context.today, count)
  const days = periods.map((period) => daysOf(period, context.today))
  const before = days.map(({ from, to }) => ({ from: addYears(from, -1), to: addYears(to, -1) }))
  const all = [...days, ...before]
  refuseMistakes(context, { ...asked, ...days.at(-1) })
  const read = await readFigures(
    context,
    all.map((those) => ({ ...asked, ...those })),
  )
  const frozen = await frozenByOthers(context, asked)
  const version = catalogueOf(context.registry).get(asked.indicator)?.version ?? 0
  const values = all.map((those, index): TrendValue => {
    const then = frozen.find(({ fromDay, toDay }) => fromDay === those.from && toDay === those.to)
    if (then)
      return { ...those, value: then.value, unknownReason: reasonOf(then), definitionVersion: then.definitionVersion }
    const { value = null, unknownReason = null } = read[index] ?? {}
    return { ...those, value, unknownReason, definitionVersion: version }
  })
  return periods.map((period, index): TrendPoint => {
    const [now, lastYear] = [values[index], values[index + periods.length]]
    if (!now || !lastYear) throw new RangeError('each period has its days')
    return { period: formatPeriod(period), ...now, lastYear }
  })
}

function lastPeriods(kind: PeriodKind, day: string, count: number): readonly Period[] {
  const periods = [periodOf(kind, day)]
  for (let last = periods[0]; last && periods.length < count; ) {
    last = previousPeriod(last)
    periods.unshift(last)
  }
  return periods
}

/** The days of a period up to today, so that a year that is not over is compared with the same days of the last. */
function daysOf(period: Period, today: string): Days {
  const [from, to] = [firstDayOf(period), lastDayOf(period)]
  return { from, to: from <= today && today < to ? today : to }
}

/** What was frozen of the very figure by definitions other than the present one, the latest first. */
async function frozenByOthers(
  context: Context & Pick<ModuleContext, 'read'>,
  asked: FigureAsked,
): Promise<readonly Frozen[]> {
  const { actor, registry, read } = context
  const version = catalogueOf(registry).get(asked.indicator)?.version
  if (version === 1 || asked.asOf !== undefined || !actor.permissions.has(`${figures.id}:frozenFigure.read`)) return []
  const rows = await read.many(frozenFigure, {
    indicator: asked.indicator,
    division: asked.division ?? territoryOf(actor) ?? null,
  })
  const filters = sortedText(asked.filters ?? {})
  return rows
    .filter((row) => row.definitionVersion !== version && sortedText(row.filters) === filters)
    .toSorted((one, other) => other.cutOff.localeCompare(one.cutOff))
}

/** The same filters in whatever order they were given are the same text. */
function sortedText(filters: Readonly<Record<string, readonly string[]>>): string {
  const entries = Object.entries(filters).map(([name, codes]) => [name, codes.toSorted()] as const)
  return JSON.stringify(entries.toSorted(([one], [other]) => one.localeCompare(other)))
}

function reasonOf({ unknownReason }: Frozen): TrendValue['unknownReason'] {
  return unknownReason as TrendValue['unknownReason']
}
