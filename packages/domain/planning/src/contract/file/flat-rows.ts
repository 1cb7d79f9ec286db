import type { Target } from '../target/target.js'
import type { FileSheet } from './file-columns.js'
import type { PlanFile } from './plan-file.js'

/** A row of a sheet by the keys of its columns; what is empty is absent. */
export type FlatRow = Readonly<Record<string, string | number>>
export type FlatPlan = Readonly<Record<FileSheet, readonly FlatRow[]>>

type Loose = Readonly<Record<string, unknown>>

/** A plan as the rows of its sheets. */
export function flattenPlan(file: PlanFile): FlatPlan {
  return {
    plan: [filled(file.plan)],
    sections: (file.sections ?? []).map(filled),
    projects: (file.projects ?? []).map(filled),
    items: file.items.map(({ splits: _, yearly: __, target, filters, ...rest }) => ({
      ...filled(rest),
      ...flatTarget(target),
      ...(filters === undefined ? {} : { filters: filterText(filters) }),
    })),
    yearly: file.items.flatMap(({ number, yearly = [] }) =>
      yearly.map(({ year, target }) => ({ item: number, year, ...flatTarget(target) })),
    ),
    splits: file.items.flatMap(({ number, splits = [] }) =>
      splits.map(({ target, ...rest }) => ({ item: number, ...filled(rest), ...flatTarget(target) })),
    ),
  }
}

/** Where a value of the file stood: its sheet, the position of its row there, and the key of its column. */
export interface FlatPlace {
  readonly sheet: FileSheet
  readonly row: number
  readonly column: string
}

/** The file that rows of sheets make, not checked yet, and how to find the cell of a path in it. */
export function unflattenPlan(flat: FlatPlan): {
  readonly file: unknown
  readonly placeOf: (path: readonly PropertyKey[]) => FlatPlace | undefined
} {
  const yearly = Map.groupBy(flat.yearly.entries(), ([, row]) => String(row.item))
  const splits = Map.groupBy(flat.splits.entries(), ([, row]) => String(row.item))
  const numbers = flat.items.map((row) => String(row.number))
  const file = {
    format: 'opendpf-plan/1',
    plan: flat.plan[0] ?? {},
    ...(flat.sections.length > 0 ? { sections: flat.sections } : {}),
    ...(flat.projects.length > 0 ? { projects: flat.projects } : {}),
    items: flat.items.map((row, index) => {
      const number = numbers[index] ?? ''
      // a second row with the same number has no shares of its own
      const isFirst = numbers.indexOf(number) === index
      const years = isFirst ? (yearly.get(number) ?? []) : []
      const shares = isFirst ? (splits.get(number) ?? []) : []
      return {
        ...nested(row),
        ...(row.filters === undefined ? {} : { filters: readFilterText(String(row.filters)) }),
        ...(years.length > 0 ? { yearly: years.map(([, { item: _, ...rest }]) => nested(rest)) } : {}),
        ...(shares.length > 0 ? { splits: shares.map(([, { item: _, ...rest }]) => nested(rest)) } : {}),
      }
    }),
  }
  const placeOf = (path: readonly PropertyKey[]): FlatPlace | undefined => {
    const [list, index, field, at, ...deep] = path
    if (list === 'plan') return { sheet: 'plan', row: 0, column: String(index ?? 'title') }
    if (typeof index !== 'number' || (list !== 'items' && list !== 'sections' && list !== 'projects')) return undefined
    if (list === 'items' && (field === 'yearly' || field === 'splits') && typeof at === 'number') {
      const rows = (field === 'yearly' ? yearly : splits).get(numbers[index] ?? '')
      return { sheet: field, row: rows?.[at]?.[0] ?? 0, column: columnOf(deep) }
    }
    return { sheet: list, row: index, column: columnOf([field, at].filter((part) => part !== undefined)) }
  }
  return { file, placeOf }
}

function filled(row: object): FlatRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as FlatRow
}

function flatTarget(target: Target): FlatRow {
  const { kind, ...rest } = target as { kind: string } & Loose
  // the lower end of a range stands where single values do
  const { from, ...others } = rest
  return Object.fromEntries(
    Object.entries({ kind, ...others, ...(from === undefined ? {} : { value: from }) }).map(([key, value]) => [
      `target.${key}`,
      value,
    ]),
  ) as FlatRow
}

function nested(row: FlatRow): Loose {
  const plain: Record<string, unknown> = {}
  const target: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(row))
    if (key.startsWith('target.')) target[key.slice('target.'.length)] = value
    else plain[key] = value
  if (target.kind === 'range' && 'value' in target) {
    target.from = target.value
    delete target.value
  }
  return Object.keys(target).length > 0 ? { ...plain, target } : plain
}

function columnOf([field, part]: readonly PropertyKey[]): string {
  if (field !== 'target') return String(field ?? '')
  return part === 'from' ? 'target.value' : `target.${String(part ?? 'kind')}`
}

/** `grade=1,2; sex=1` */
export function filterText(filters: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(filters)
    .map(([dimension, values]) => `${dimension}=${values.join(',')}`)
    .join('; ')
}

/** Reads what `filterText` writes, also with the signs of Chinese keyboards. */
export function readFilterText(text: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    text
      .split(/[;；]/)
      .filter((part) => part.trim() !== '')
      .map((part) => {
        const [dimension = '', values = ''] = part.split(/[=＝]/, 2)
        return [dimension.trim(), values.split(/[,，]/).map((value) => value.trim())]
      }),
  )
}
