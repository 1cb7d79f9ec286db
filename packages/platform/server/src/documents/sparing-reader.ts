import type { Actor, DocumentDef, PlacedRecord } from '@opendpf/kit'
import { fieldsOf, isMasked, maskFields, permissionFor, revealsOf } from '@opendpf/kit'
import type { DocumentReader, Reader } from '@opendpf/kit/server'
import { requirePermission } from '../platform/actors.js'
import type { Row } from '../platform/codec.js'

/** Values that are masked elsewhere and are about to be printed in full. */
export interface Revealed {
  readonly record: string
  readonly recordId: string
  readonly county: string | null
  readonly fields: readonly string[]
}

/** A reader that shows in full what a document declares to, and remembers of which rows. */
export interface SparingReader {
  readonly read: DocumentReader
  /** A row that was read already, as the document may show it. */
  spare(record: PlacedRecord, row: Row): Row
  readonly revealed: readonly Revealed[]
}

/** Opens the reader of one document: what the actor may read, in his territory, masked but for what the document reveals. */
export function sparingReader(read: Reader, actor: Actor, document: DocumentDef): SparingReader {
  const revealed: Revealed[] = []
  const spare = (record: PlacedRecord, row: Row): Row => {
    const shown = revealsOf(document, record.ref)
    const fields = fieldsOf(record)
    const opened = fields
      .filter(
        ({ name, meta }) => shown.includes(name) && isMasked(meta) && row[name] !== null && row[name] !== undefined,
      )
      .map(({ name }) => name)
    if (opened.length > 0) revealed.push({ record: record.ref, recordId: row.id, county: row.county, fields: opened })
    const { values } = maskFields(
      fields.filter(({ name }) => !shown.includes(name)),
      row,
    )
    return { ...row, ...values }
  }
  const reader = {
    async one(record: PlacedRecord, id: string) {
      requirePermission(actor, permissionFor(record, 'read'))
      const row = (await read.one(record, id)) as unknown as Row | undefined
      return row && spare(record, row)
    },
    async many(record: PlacedRecord, where: object, options?: object) {
      requirePermission(actor, permissionFor(record, 'read'))
      const rows = (await read.many(record, where, options)) as unknown as readonly Row[]
      return rows.map((row) => spare(record, row))
    },
  }
  // typed by each record's contract, which a function over all records cannot know
  return { read: reader as unknown as DocumentReader, spare, revealed }
}
