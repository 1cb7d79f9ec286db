import { OpenDpfError } from '@opendpf/errors'

/** Where a page ended: the value the list is ordered by, and the id that tells equal values apart. */
export interface Cursor {
  readonly value: string | number | boolean | null
  readonly id: string
}

/** A cursor as text. It is opaque to callers, so that its form can change. */
export function writeCursor({ value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url')
}

/** Reads a cursor back; anything that was not made by us is refused. */
export function readCursor(text: string): Cursor {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (Array.isArray(parts) && parts.length === 2 && typeof parts[1] === 'string') return { value: parts[0], id: parts[1] }
  } catch {
    // falls through to the refusal
  }
  throw new OpenDpfError('invalid-request', { params: { what: 'cursor' } })
}
