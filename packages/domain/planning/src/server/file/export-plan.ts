import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { organisations } from '@opendpf/organisations'
import { type PlanFile, type PlanFileItem, planning } from '../../contract/index.js'
import { type ItemRow, readPlan, type SplitRow } from '../read-plan.js'

const { section, project } = planning.records
const { organisation } = organisations.records

/** A plan as a file, in seven queries; undefined where there is none within sight. Sections and projects are numbered by their order. */
export async function exportPlan(context: Pick<ModuleContext, 'read'>, id: string): Promise<PlanFile | undefined> {
  const { read } = context
  const whole = await readPlan(context, id)
  if (!whole) return undefined
  const { plan, items, splits } = whole
  const sections = await read.many(section, { plan: id }, { orderBy: 'position' })
  const projects = await read.many(project, { plan: id }, { orderBy: 'position' })
  const names = await namesOf(context, [
    plan.organisation,
    ...projects.map((row) => row.ownerOrganisation),
    ...items.map((row) => row.ownerOrganisation),
  ])
  const nameOf = (row: string | null) => (row === null ? null : (names.get(row) ?? null))
  const keys = { section: keysOf(sections), project: keysOf(projects) }
  const numbers = new Map(items.map((row) => [row.id, row.number]))
  return {
    format: 'opendpf-plan/1',
    plan: filled({
      title: plan.title,
      kind: plan.kind,
      division: plan.division ?? '',
      firstYear: plan.firstYear,
      lastYear: plan.lastYear,
      organisation: nameOf(plan.organisation),
      document: plan.document,
      goals: plan.goals,
    }),
    ...(sections.length === 0
      ? {}
      : { sections: sections.map(({ kind, title, text }, at) => filled({ key: `${at + 1}`, kind, title, text })) }),
    ...(projects.length === 0
      ? {}
      : {
          projects: projects.map(({ title, text, ownerOrganisation, budget }, at) =>
            filled({ key: `${at + 1}`, title, text, organisation: nameOf(ownerOrganisation), budget }),
          ),
        }),
    items: items.map((row) =>
      itemOf(row, {
        organisation: nameOf(row.ownerOrganisation),
        section: keys.section.get(row.section ?? ''),
        project: keys.project.get(row.project ?? ''),
        partOf: numbers.get(row.partOf ?? ''),
        times: numbers.get(row.times ?? ''),
        splits: splits.get(row.id) ?? [],
      }),
    ),
  } as PlanFile
}

interface Named {
  readonly organisation: string | null
  readonly section: string | undefined
  readonly project: string | undefined
  readonly partOf: string | undefined
  readonly times: string | undefined
  readonly splits: readonly SplitRow[]
}

function itemOf(row: ItemRow, { splits, ...named }: Named): PlanFileItem {
  const { number, title, task, line, source, sourceDocument, owner, unit, unitWord, target, denominator } = row
  const { lastYear, yearly, indicator, filters, startsOn, dueOn, partKind, each } = row
  return filled({
    ...{ number, title, task, section: named.section, project: named.project, line, source, sourceDocument },
    ...{ organisation: named.organisation, owner, unit, unitWord, target, denominator, lastYear, yearly },
    ...{ indicator, filters, startsOn, dueOn, partOf: named.partOf, partKind, times: named.times, each },
    splits:
      splits.length === 0
        ? null
        : splits
            .toSorted((one, other) => (one.division ?? '').localeCompare(other.division ?? ''))
            .map((split) => filled({ division: split.division, target: split.target, note: split.note })),
  }) as unknown as PlanFileItem
}

/** A file says nothing of what is empty. */
function filled<T extends Readonly<Record<string, unknown>>>(row: T): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined)) as T
}

function keysOf(rows: readonly { readonly id: string }[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ id }, at) => [id, `${at + 1}`]))
}

async function namesOf(
  { read }: Pick<ModuleContext, 'read'>,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows: readonly RowOf<typeof organisation>[] = await read.many(organisation, { id: wanted })
  return new Map(rows.map((row) => [row.id, row.name]))
}
