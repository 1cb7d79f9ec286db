import type { PlacedRecord, Registry } from '@opendpf/kit'
import { kebabCase, pathOf, pluralOf } from '@opendpf/kit'

type Placed = Pick<PlacedRecord, 'module' | 'name'>

/** Where a record's list stands. */
export function listHref(record: Placed): string {
  return `/m${pathOf(record)}`
}

/** Where one row stands. */
export function recordHref(record: Placed, id: string): string {
  return `${listHref(record)}/${id}`
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

/** The record an address names, if this deployment has it. */
export function findRecord(registry: Registry, module: string, plural: string): PlacedRecord | undefined {
  return [...registry.records.values()].find(
    (record) => record.module === module && pluralOf(kebabCase(record.name)) === plural,
  )
}
