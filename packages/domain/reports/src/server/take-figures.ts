import { additivityOf, catalogueOf, type FigureAsked, placesOf } from '@opendpf/figures'
import { readFigures } from '@opendpf/figures/reading'
import type { SnapshotContext } from '@opendpf/kit/server'
import { addAmounts, earlierDay, type ItemStanding, isAdditive, type PlanProgress } from '@opendpf/planning'
import { readProgress } from '@opendpf/planning/reading'
import type { ReportedItem, ReportFigures, Statistic } from '../contract/index.js'

interface Division {
  readonly code: string
  readonly name: string
}

/**
 * Takes the figures of a report from its plan: all items as they stand today, and by towns what is counted by place or was shared out. To be
 * called in a snapshot, so that every number is of the same rows. Undefined where no such plan is within sight.
 */
export async function takeFigures(context: SnapshotContext, plan: string): Promise<ReportFigures | undefined> {
  const progress = await readProgress(context, plan)
  if (!progress) return undefined
  const { division, title, firstYear, lastYear, goals } = progress.plan
  const items = progress.items.filter(({ state }) => state !== 'dropped')
  const [place] = await divisions(context, { code: division })
  const towns = await divisions(context, { parent: division })
  return {
    day: progress.today,
    takenAt: context.clock.now().toISOString(),
    place: place?.name ?? division,
    plan: { title, firstYear, lastYear, goals },
    sections: progress.sections.map((section) => ({ id: section.id, title: section.title })),
    items: items.map((item) => reportedItem(item, progress)),
    towns: towns.map(({ code, name }) => ({ code, name })),
    statistics: await statisticsOf(context, { items, progress, towns }),
  }
}

async function divisions(context: Pick<SnapshotContext, 'read' | 'registry'>, where: object) {
  const rows = await context.read.many(context.registry.record('system.division'), where)
  return rows.map((row) => row as unknown as Division).toSorted((one, other) => one.code.localeCompare(other.code))
}

function reportedItem(item: ItemStanding, progress: PlanProgress): ReportedItem {
  const { number, title, section, unit, unitWord, target, value, unknownReason, share, light } = item
  const { indicator, filters, startsOn, dueOn } = item
  const figure = indicator && {
    ...{ indicator, filters: cloneOf(filters ?? {}), division: progress.plan.division },
    ...{ from: startsOn, to: earlierDay(progress.today, dueOn) },
  }
  return {
    ...{ number, title, section, unit, unitWord, target, value, unknownReason, share, light },
    owner: item.organisation?.name ?? item.owner,
    figure: figure || null,
  }
}

function cloneOf(filters: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(filters).map(([name, codes]) => [name, [...codes]]))
}

/** Items by towns: counted from the registers where they have an indicator, else as the towns reported on their shares. */
async function statisticsOf(
  context: SnapshotContext,
  about: {
    readonly items: readonly ItemStanding[]
    readonly progress: PlanProgress
    readonly towns: readonly Division[]
  },
): Promise<Statistic[]> {
  const { items, progress, towns } = about
  if (towns.length === 0) return []
  const catalogue = catalogueOf(context.registry)
  const counted = items.flatMap((item) => {
    const indicator = catalogue.get(item.indicator ?? '')
    const { figure } = reportedItem(item, progress)
    if (!indicator || !figure || !placesOf(indicator).includes('town')) return []
    return [{ item, indicator, asked: { ...figure, by: 'town' } satisfies FigureAsked }]
  })
  const read = await readFigures(
    context,
    counted.map(({ asked }) => asked),
  )
  const byItem = new Map(
    counted.flatMap(({ item, indicator }, index) => {
      const figure = read[index]
      if (!figure?.groups) return []
      const groups = new Map(figure.groups.map((group) => [group.key, group.value]))
      const none =
        indicator.reading === 'count' || indicator.reading === 'distinct' || indicator.reading === 'sum' ? 0 : null
      const values = towns.map(({ code }) => groups.get(code) ?? (groups.has(code) ? null : none))
      return [
        [item.number, { item: item.number, addsUp: additivityOf(indicator).places, values, total: figure.value }],
      ] as const
    }),
  )
  return items.flatMap((item) => {
    const found = byItem.get(item.number)
    return found ? [found] : item.shares.length > 0 ? [sharedOut(item, towns)] : []
  })
}

function sharedOut(item: ItemStanding, towns: readonly Division[]): Statistic {
  const shares = new Map(item.shares.map(({ division, value }) => [division, value]))
  const values = towns.map(({ code }) => shares.get(code) ?? null)
  const known = values.flatMap((value) => (value === null ? [] : [value]))
  const isWhole = isAdditive(item.unit) && known.length === values.length
  const total = item.value ?? (isWhole ? addAmounts(known) : null)
  return { item: item.number, addsUp: isAdditive(item.unit), values, total }
}
