import type { PlacedRecord, Registry } from '@opendpf/kit'
import { kebabCase, pathOf, pluralOf } from '@opendpf/kit'

type Placed = Pick<PlacedRecord, 'module' | 'name'>

/** Records whose pages the platform draws itself: no list or detail page is derived for them. */
const ownPlaces: Readonly<Record<string, (id: string) => string>> = {
  'system.import': (id) => `/imports/${id}`,
  'system.export': () => '/exports',
  'system.job': () => '/jobs',
}

/** Where a record's list stands. */
export function listHref(record: Placed): string {
  return `/m${pathOf(record)}`
}

/** Where one row stands. */
export function recordHref(record: Placed, id: string): string {
  return ownPlaces[`${record.module}.${record.name}`]?.(id) ?? `${listHref(record)}/${id}`
}

/** Where a new row is entered. */
export function newHref(record: Placed): string {
  return `${listHref(record)}/new`
}

/** Where a row is changed. */
export function editHref(record: Placed, id: string): string {
  return `${recordHref(record, id)}/edit`
}

/** Where a row's sheet for printing stands. */
export function printHref(record: Placed, id: string): string {
  return `/print${pathOf(record)}/${id}`
}

/** Where a module's own page stands. */
export function pageHref(module: string, page: string): string {
  return `/p/${module}/${page}`
}

/** The record an address names, if this deployment has it and its pages are derived. */
export function findRecord(registry: Registry, module: string, plural: string): PlacedRecord | undefined {
  return [...registry.records.values()].find(
    (record) =>
      record.module === module && pluralOf(kebabCase(record.name)) === plural && !Object.hasOwn(ownPlaces, record.ref),
  )
}
