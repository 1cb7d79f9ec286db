import { OpenDpfError } from '@opendpf/errors'
import type { PlacedRecord } from '@opendpf/kit'
import { canHold, fieldMeta } from '@opendpf/kit'

/** A value that a list is ordered by. */
export type OrderKey = string | number | boolean | null

/** Where a page ended: the value the list is ordered by, and the id that tells equal values apart. */
export interface Cursor<Value = OrderKey> {
  readonly value: Value
  readonly id: string
}

/** A cursor as text. It is opaque to callers, so that its form can change. */
export function writeCursor({ value, id }: Cursor<unknown>): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url')
}

/** Reads a cursor back; anything that was not made by us for such a list is refused, since it becomes part of a comparison. */
export function readCursor<Value>(text: string, isValue: (value: unknown) => value is Value): Cursor<Value> {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (Array.isArray(parts) && parts.length === 2 && isValue(parts[0]) && typeof parts[1] === 'string')
      return { value: parts[0], id: parts[1] }
  } catch {
    // falls through to the refusal
  }
  throw new OpenDpfError('invalid-request', { params: { what: 'cursor' } })
}

/** Whether a value can be one of a field's: a cursor of another order must not be compared with it. */
export function isKeyOf(record: PlacedRecord, field: string): (value: unknown) => value is OrderKey {
  const meta = fieldMeta(record, field)
  const type = { flag: 'boolean', whole: 'number', money: 'number' }[meta.kind as string] ?? 'string'
  return (value): value is OrderKey => value === null || (typeof value === type && canHold(meta, String(value)))
}
