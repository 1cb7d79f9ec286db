import type { AuditDraft } from '@opendpf/database'
import type { Actor, PlacedRecord } from '@opendpf/kit'
import { digestOfRemoval, digestOfRow } from '../audit/row-digest.js'
import type { Platform } from '../platform/platform.js'
import { changedFields } from './changed-fields.js'
import type { StoredChange } from './write-session.js'

/** What a transaction has done so far, as its audit entries will tell it. */
export interface Deeds {
  note(change: StoredChange): void
  /**
   * Whether a change goes to a row that this transaction made: nobody has seen that row, so it stays its first version, and its entry
   * tells how it was left. A step of a workflow is a deed of its own all the same.
   */
  isPartOfMaking(change: StoredChange): boolean
  readonly entries: readonly AuditDraft[]
}

/** Starts the list of deeds of a transaction; `now` is its one instant. What is taken back needs no proof of its rows. */
export function createDeeds({
  platform: { crypto },
  actor,
  now,
  isDryRun,
}: {
  readonly platform: Pick<Platform, 'crypto'>
  readonly actor: Actor
  readonly now: string
  readonly isDryRun: boolean
}): Deeds {
  const entries: AuditDraft[] = []
  /** Where the entry of each row stands that this transaction made, by record and id. */
  const made = new Map<string, Map<string, number>>()
  const madeOf = ({ ref }: PlacedRecord): Map<string, number> => {
    const known = made.get(ref) ?? new Map<string, number>()
    made.set(ref, known)
    return known
  }
  const oneOfEach = shareLists()

  const isPartOfMaking = ({ record, action, before, row }: StoredChange): boolean =>
    before !== undefined &&
    row !== undefined &&
    (action === 'update' || action === 'follow') &&
    madeOf(record).has(before.id)

  return {
    entries,
    isPartOfMaking,
    note(change) {
      const { record, action, before, row, reason } = change
      const of = row ?? before
      if (!of) return
      const place = isPartOfMaking(change) ? madeOf(record).get(of.id) : undefined
      const first = place === undefined ? undefined : entries[place]
      const fields = oneOfEach(changedFields(change.record, change))
      const digest = isDryRun
        ? ''
        : row
          ? digestOfRow(record, row, crypto.digest)
          : digestOfRemoval(record, of.id, crypto.digest)
      if (place !== undefined && first) {
        entries[place] = {
          ...first,
          town: of.town,
          division: of.division,
          fields: oneOfEach([...new Set([...first.fields, ...fields])]),
          digest,
        }
        return
      }
      if (before) madeOf(record).delete(of.id)
      else madeOf(record).set(of.id, entries.length)
      entries.push({
        county: of.county ?? '000000',
        town: of.town,
        division: of.division,
        at: now,
        actor: actor.id,
        actorName: actor.name,
        action,
        record: record.ref,
        recordId: of.id,
        version: row ? row.version : of.version + 1,
        fields,
        reason: reason ?? null,
        digest,
      })
    },
  }
}

/** Keeps one list of each kind: an import has a few kinds of hundreds of thousands of entries, and all of them wait for the end. */
function shareLists(): (list: readonly string[]) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (list) => {
    const key = list.join()
    const shared = known.get(key) ?? list
    known.set(key, shared)
    return shared
  }
}
