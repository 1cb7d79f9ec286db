import type { RecordDraft } from './record-draft.js'

/** A record that stands on this device and was not sent yet. */
export interface KeptDraft {
  readonly id: string
  /** The version that it was begun on: another one on the server says that somebody else wrote meanwhile. */
  readonly version: number
  /** What it is called in a list of what was not sent: the number and name of the person. */
  readonly title: string
  readonly draft: RecordDraft
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const prefixOf = (user: string) => `opendpf.survey:${user}:`

/** Keeps a record on this device, for this user alone. False where the device keeps nothing: it is full, or told not to. */
export function keepDraft(store: Store, user: string, kept: KeptDraft): boolean {
  try {
    store.setItem(prefixOf(user) + kept.id, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

/** The record that is kept on this device, if one is. */
export function readDraft(store: Store, user: string, id: string): KeptDraft | undefined {
  return parse(store.getItem(prefixOf(user) + id))
}

/** Forgets a record, once it has arrived or is not wanted. */
export function dropDraft(store: Store, user: string, id: string): void {
  store.removeItem(prefixOf(user) + id)
}

/** Every record of a user that stands on this device and was not sent. */
export function keptDrafts(store: Store, user: string): readonly KeptDraft[] {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '')
  return keys.filter((key) => key.startsWith(prefixOf(user))).flatMap((key) => parse(store.getItem(key)) ?? [])
}

function parse(text: string | null): KeptDraft | undefined {
  if (text === null) return undefined
  try {
    const kept = JSON.parse(text) as Partial<KeptDraft>
    return typeof kept.id === 'string' && typeof kept.version === 'number' && typeof kept.draft?.answers === 'object'
      ? (kept as KeptDraft)
      : undefined
  } catch {
    return undefined
  }
}
