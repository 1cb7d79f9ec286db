import type { PlacedRecord } from '@opendpf/kit'
import { fieldMeta, fieldsOf } from '@opendpf/kit'

/** A group of fields with its heading's message, or none for what the record did not put into a section. */
export interface FieldGroup {
  readonly title: string | undefined
  readonly fields: readonly string[]
}

/** The sections of a record with the fields that are wanted; what stands in no section comes last. */
export function groupFields(record: PlacedRecord, isWanted: (field: string) => boolean): readonly FieldGroup[] {
  const sections = record.sections ?? []
  const placed = new Set(sections.flatMap((section) => section.fields))
  const rest = fieldsOf(record)
    .map(({ name }) => name)
    .filter((name) => !placed.has(name))
  const groups = [...sections.map(({ title, fields }) => ({ title, fields })), { title: undefined, fields: rest }]
  return groups
    .map((group) => ({ ...group, fields: group.fields.filter(isWanted) }))
    .filter((group) => group.fields.length > 0)
}

/** What a page shows of a row. What the server computes for itself stands in no section and is left out. */
export function shownGroups(record: PlacedRecord): readonly FieldGroup[] {
  const placed = new Set(record.sections?.flatMap((section) => section.fields))
  return groupFields(
    record,
    (field) => record.sections === undefined || placed.has(field) || !fieldMeta(record, field).isDerived,
  )
}
