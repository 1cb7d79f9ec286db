import type { PlacedRecord } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import type { MovedRow } from '../../contract/index.js'

/** Any row of any module, as the registry knows it. */
export interface AnyRow {
  readonly id: string
  readonly version: number
}

type Plain = string | boolean | number | null

/** Does what a merge does to other rows, and remembers how to put it back. Values it keeps are ids, dates and marks, never secrets. */
export interface Ledger {
  change(record: PlacedRecord, row: AnyRow, values: Readonly<Record<string, Plain>>): Promise<void>
  remove(record: PlacedRecord, row: AnyRow): Promise<void>
  /** The entries, in order, with the version each row has now. */
  close(): Promise<readonly MovedRow[]>
}

/** Opens the ledger of one merge. */
export function openLedger({ read, write, registry }: ModuleContext): Ledger {
  const entries = new Map<string, Omit<MovedRow, 'version'>>()
  const note = (
    record: PlacedRecord,
    row: AnyRow,
    action: MovedRow['action'],
    before: Readonly<Record<string, Plain>>,
  ): void => {
    const key = `${record.ref} ${row.id}`
    const known = entries.get(key)
    entries.set(key, { record: record.ref, id: row.id, action, before: { ...before, ...known?.before } })
  }
  return {
    async change(record, row, values) {
      const held = row as AnyRow & Readonly<Record<string, Plain | undefined>>
      const before = Object.fromEntries(Object.keys(values).map((field) => [field, held[field] ?? null]))
      await write.update(record, { id: row.id, version: row.version, values })
      note(record, row, 'change', before)
    },
    async remove(record, row) {
      await write.remove(record, { id: row.id, version: row.version })
      note(record, row, 'remove', {})
    },
    async close() {
      const versions = new Map<string, number>()
      for (const [ref, own] of Map.groupBy(entries.values(), ({ record }) => record)) {
        const rows = await read.many(registry.record(ref), { id: own.map(({ id }) => id) })
        for (const row of rows) versions.set(`${ref} ${row.id}`, row.version)
      }
      return [...entries].map(([key, entry]) => ({ ...entry, version: versions.get(key) ?? 0 }))
    },
  }
}
