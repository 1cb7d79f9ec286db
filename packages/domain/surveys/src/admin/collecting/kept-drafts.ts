import type { RecordDraft } from './record-draft.js'
import { openText, sealText } from './seal-text.js'

/** A record that stands on this device and was not sent yet. */
export interface KeptDraft {
  readonly id: string
  /** The version that it was begun on: another one on the server says that somebody else wrote meanwhile. */
  readonly version: number
  /** The number of the person in the village's list: all that is legible on the device. */
  readonly number: number
  readonly draft: RecordDraft
}

/** What a draft is sealed with: it comes with the record, to its user alone, and is kept nowhere. */
export type DraftKey = readonly [string, string]

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
type Stored = Omit<KeptDraft, 'draft'> & { readonly sealed: string }

const prefixOf = (user: string) => `opendpf.survey:${user}:`

/** Keeps a record on this device, for this user alone. False where the device keeps nothing: it is full, or told not to. */
export function keepDraft(store: Store, user: string, key: DraftKey, { draft, ...kept }: KeptDraft): boolean {
  try {
    const stored: Stored = { ...kept, sealed: sealText(JSON.stringify(draft), key) }
    store.setItem(prefixOf(user) + kept.id, JSON.stringify(stored))
    return true
  } catch {
    return false
  }
}

/** The record that is kept on this device, if one is and the key is its. */
export function readDraft(store: Store, user: string, key: DraftKey, id: string): KeptDraft | undefined {
  const stored = parse(store.getItem(prefixOf(user) + id))
  const text = stored && openText(stored.sealed, key)
  if (text === undefined) return undefined
  const { sealed: _, ...kept } = stored as Stored
  return { ...kept, draft: JSON.parse(text) as RecordDraft }
}

/** Forgets a record, once it has arrived or is not wanted. */
export function dropDraft(store: Store, user: string, id: string): void {
  store.removeItem(prefixOf(user) + id)
}

/** Every record of a user that stands on this device and was not sent. */
export function keptDrafts(store: Store, user: string): readonly Omit<KeptDraft, 'draft'>[] {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '')
  return keys
    .filter((key) => key.startsWith(prefixOf(user)))
    .flatMap((key) => parse(store.getItem(key)) ?? [])
    .map(({ sealed: _, ...legible }) => legible)
}

function parse(text: string | null): Stored | undefined {
  if (text === null) return undefined
  try {
    const { id, version, number, sealed } = JSON.parse(text) as Partial<Stored>
    return typeof id === 'string' &&
      typeof version === 'number' &&
      typeof number === 'number' &&
      typeof sealed === 'string'
      ? { id, version, number, sealed }
      : undefined
  } catch {
    return undefined
  }
}
