import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { persons } from '../../contract/index.js'
import { candidatesFor, comparePairs, type Entry, type Found, forgetCandidates } from './candidates.js'
import { nameKeyOf } from './name-key.js'
import { ruleVersion } from './score.js'

type Person = RowOf<typeof persons.records.person>
type Duplicate = RowOf<typeof persons.records.duplicate>

// below this a pair is not worth a person's time
const lowestScore = 40
// the reader answers at most 10,000 rows
const batch = 500

/** A person who was written; `isNew` for one who was never in the register before, not even to be restored. */
export interface Written {
  readonly row: Person
  readonly isNew: boolean
}

/**
 * Brings the stored pairs of some persons in line with the rules: new ones are added, open ones that no longer hold are cleared, and
 * what a person decided stays decided.
 */
export async function storeDuplicates(written: readonly Written[], context: ModuleContext): Promise<void> {
  if (written.length === 0) return
  const entries = written.map(({ row }) => entryOfRow(row))
  const candidates = await candidatesFor(entries, context)
  forgetCandidates(context)
  const found = comparePairs(entries, candidates).filter(({ likeness }) => likeness.score >= lowestScore)
  const wanted = new Map(found.map((pair) => [keyOf(pair.entry.id, pair.other.id), pair]))
  // somebody new stands in no pair yet
  const known = await pairsOf(
    written.flatMap(({ row, isNew }) => (isNew ? [] : [row.id])),
    context,
  )
  const knownKeys = new Set(known.map(({ person, other }) => keyOf(person, other)))

  const open = known.filter(({ state }) => state === 'open')
  const gone = open.filter(({ person, other }) => !wanted.has(keyOf(person, other)))
  const changed = open.flatMap((pair) => {
    const values = wanted.get(keyOf(pair.person, pair.other))
    return values ? [{ id: pair.id, version: pair.version, values: valuesOf(values) }] : []
  })
  const fresh = [...wanted]
    .filter(([key]) => !knownKeys.has(key))
    .map(([, pair]) => ({ ...valuesOf(pair), state: 'open' }))

  const { duplicate } = persons.records
  if (gone.length > 0) await context.write.removeMany(duplicate, gone)
  if (changed.length > 0) await context.write.updateMany(duplicate, changed)
  if (fresh.length > 0) await context.write.createMany(duplicate, fresh)
}

/**
 * Takes away the pairs of persons who are in the register no more, decided or not: what they were told apart from is all there is.
 * Pairs that were merged stay as long as the entry that was kept.
 */
export async function clearDuplicates(ids: readonly string[], context: ModuleContext): Promise<void> {
  const pairs = (await pairsOf(ids, context)).filter(({ state }) => state !== 'merged')
  if (pairs.length > 0) await context.write.removeMany(persons.records.duplicate, pairs)
}

/** Every stored pair with one of these persons in it. */
export async function pairsOf(
  ids: readonly string[],
  { read }: Pick<ModuleContext, 'read'>,
): Promise<readonly Duplicate[]> {
  const found = new Map<string, Duplicate>()
  for (let start = 0; start < ids.length; start += batch) {
    const some = ids.slice(start, start + batch)
    for (const field of ['person', 'other'] as const) {
      for (const pair of await read.many(persons.records.duplicate, { [field]: some })) found.set(pair.id, pair)
    }
  }
  return [...found.values()]
}

/** Ids of UUIDv7 sort by age: the older entry is the one a newer one repeats. */
function valuesOf({ entry, other, likeness }: Found) {
  const [older, newer] = entry.id < other.id ? [entry, other] : [other, entry]
  return {
    person: older.id,
    other: newer.id,
    otherName: newer.name,
    score: likeness.score,
    rules: [...likeness.rules],
    ruleVersion,
  }
}

function keyOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

function entryOfRow(row: Person): Entry {
  return {
    id: row.id,
    name: row.name,
    nameKey: row.foldedName ?? nameKeyOf(row.name),
    soundKey: row.spokenName ?? '',
    formerKey: row.formerName === null ? '' : nameKeyOf(row.formerName),
    birthDate: row.birthDate,
    sex: row.sex,
    division: row.division ?? '',
    hasIdNumber: row.idNumber !== null,
  }
}
