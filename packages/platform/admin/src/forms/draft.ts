import type { RawValues } from './raw-values.js'

/** Where a form's draft is kept: one per person, kind and row, and only in this tab. */
export function draftKey(userId: string, ref: string, id: string | undefined): string {
  return `opendpf.draft:${userId}:${ref}:${id ?? 'new'}`
}

/** Keeps what was filled in so far. */
export function keepDraft(storage: Pick<Storage, 'setItem'>, key: string, values: RawValues): void {
  storage.setItem(key, JSON.stringify(values))
}

/** What was kept; fields that the form no longer has are left out. */
export function readDraft(
  storage: Pick<Storage, 'getItem'>,
  key: string,
  fields: readonly string[],
): RawValues | undefined {
  const kept = storage.getItem(key)
  if (kept === null) return undefined
  try {
    const values = JSON.parse(kept) as RawValues
    return Object.fromEntries(fields.filter((field) => field in values).map((field) => [field, values[field]]))
  } catch {
    return undefined
  }
}

/** Forgets a draft, once it is saved or not wanted. */
export function dropDraft(storage: Pick<Storage, 'removeItem'>, key: string): void {
  storage.removeItem(key)
}
