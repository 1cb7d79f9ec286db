import type { ModuleContext } from '@opendpf/kit/server'
import { type Kysely, sql } from 'kysely'
import { nameKeyOf } from './name-key.js'
import { type Comparable, compare, type Likeness } from './score.js'

/** An entry as it is compared, and who it is. */
export interface Entry extends Comparable {
  readonly id: string
  readonly name: string
}

/** A pair that the rules speak of. */
export interface Found {
  readonly entry: Entry
  readonly other: Entry
  readonly likeness: Likeness
}

interface EntryRow {
  readonly id: string
  readonly name: string
  readonly former_name: string | null
  readonly folded_name: string | null
  readonly spoken_name: string | null
  readonly birth_date: string | null
  readonly sex: string | null
  readonly division: string
  readonly has_id_number: boolean
}

const columns = sql`p.id, p.name, p.former_name, p.folded_name, p.spoken_name, p.birth_date, p.sex, p.division, p.id_number_key is not null as has_id_number`

// what a statement carries; an import brings thousands
const batch = 1000

/** What a transaction has looked up: the same persons are looked for before they are written and after. */
const lookedUp = new WeakMap<object, { readonly keys: ReadonlySet<string>; readonly entries: readonly Entry[] }>()

/**
 * Entries of the register that may be somebody among the given ones: born on the same day in the same county, or of the same name in
 * the same village. Two look-ups for each thousand entries, by index; what the actor cannot see is not found. Asked again for the
 * same dates and names it answers what it found, until that is forgotten.
 */
export async function candidatesFor(
  entries: readonly Entry[],
  context: Pick<ModuleContext, 'db'>,
): Promise<readonly Entry[]> {
  const before = lookedUp.get(context)
  const keys = new Set(entries.flatMap(keysOf))
  if (before && [...keys].every((key) => before.keys.has(key))) return before.entries
  const found = new Map<string, Entry>()
  for (let start = 0; start < entries.length; start += batch)
    for (const row of await lookUp(entries.slice(start, start + batch), context.db)) found.set(row.id, entryOf(row))
  const answer = [...found.values()]
  lookedUp.set(context, { keys, entries: answer })
  return answer
}

/** Rows were written: what was looked up before says nothing of the next ones. */
export function forgetCandidates(context: Pick<ModuleContext, 'db'>): void {
  lookedUp.delete(context)
}

// biome-ignore lint/suspicious/noExplicitAny: the platform's handle has no table types
async function lookUp(entries: readonly Entry[], db: Kysely<any>): Promise<readonly EntryRow[]> {
  const dates = [...new Set(entries.map(({ birthDate }) => birthDate).filter((date) => date !== null))]
  const counties = [...new Set(entries.map(({ division }) => division.slice(0, 6)))]
  const villages = new Map(entries.map((entry) => [`${entry.division} ${entry.nameKey}`, entry]))
  const named = [...villages.values()]
  const { rows } = await sql<EntryRow>`
    select ${columns} from persons_person p where p.county = any(${counties}::text[]) and p.birth_date = any(${dates}::date[])
    union
    select ${columns} from persons_person p
    join unnest(${named.map(({ nameKey }) => nameKey)}::text[], ${named.map(({ division }) => division)}::text[]) as sought (folded_name, division)
      on p.folded_name = sought.folded_name and p.division = sought.division`.execute(db)
  return rows
}

function entryOf(row: EntryRow): Entry {
  return {
    id: row.id,
    name: row.name,
    nameKey: row.folded_name ?? nameKeyOf(row.name),
    soundKey: row.spoken_name ?? '',
    formerKey: row.former_name ? nameKeyOf(row.former_name) : '',
    birthDate: row.birth_date,
    sex: row.sex,
    division: row.division,
    hasIdNumber: row.has_id_number,
  }
}

/**
 * Compares entries with each other and with candidates that share a birth date or a name and village with them, each pair once. What
 * the register holds of an entry itself is older than the entry and left out.
 */
export function comparePairs(entries: readonly Entry[], candidates: readonly Entry[]): readonly Found[] {
  const own = new Set(entries.map(({ id }) => id))
  const blocks = new Map<string, Entry[]>()
  for (const candidate of [...candidates.filter(({ id }) => !own.has(id)), ...entries]) {
    for (const key of keysOf(candidate)) {
      const block = blocks.get(key)
      if (block) block.push(candidate)
      else blocks.set(key, [candidate])
    }
  }
  const found = new Map<string, Found>()
  for (const entry of entries) {
    for (const other of new Set(keysOf(entry).flatMap((key) => blocks.get(key) ?? []))) {
      const pair = [entry.id, other.id].toSorted().join(' ')
      if (entry.id === other.id || found.has(pair)) continue
      const likeness = compare(entry, other)
      if (likeness) found.set(pair, { entry, other, likeness })
    }
  }
  return [...found.values()]
}

function keysOf({ birthDate, division, nameKey }: Entry): readonly string[] {
  return [...(birthDate === null ? [] : [birthDate]), `${division} ${nameKey}`]
}
