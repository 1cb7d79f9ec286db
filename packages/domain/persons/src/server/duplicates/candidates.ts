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

/**
 * Entries of the register that may be somebody among the given ones: born on the same day in the same county, or of the same name in
 * the same village. Two look-ups for each thousand entries, by index; what the actor cannot see is not found.
 */
// biome-ignore lint/suspicious/noExplicitAny: the platform's handle has no table types
export async function candidatesFor(entries: readonly Entry[], db: Kysely<any>): Promise<readonly Entry[]> {
  const found = new Map<string, Entry>()
  for (let start = 0; start < entries.length; start += batch) {
    const chunk = entries.slice(start, start + batch)
    const dates = [...new Set(chunk.map(({ birthDate }) => birthDate).filter((date) => date !== null))]
    const counties = [...new Set(chunk.map(({ division }) => division.slice(0, 6)))]
    const villages = new Map(chunk.map((entry) => [`${entry.division} ${entry.nameKey}`, entry]))
    const named = [...villages.values()]
    const { rows } = await sql<EntryRow>`
      select ${columns} from persons_person p where p.county = any(${counties}::text[]) and p.birth_date = any(${dates}::date[])
      union
      select ${columns} from persons_person p
      join unnest(${named.map(({ nameKey }) => nameKey)}::text[], ${named.map(({ division }) => division)}::text[]) as sought (folded_name, division)
        on p.folded_name = sought.folded_name and p.division = sought.division`.execute(db)
    for (const row of rows) found.set(row.id, entryOf(row))
  }
  return [...found.values()]
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

/** Compares entries with candidates that share a birth date or a name and village with them, each pair once. */
export function comparePairs(entries: readonly Entry[], candidates: readonly Entry[]): readonly Found[] {
  const blocks = new Map<string, Entry[]>()
  for (const candidate of candidates) {
    for (const key of keysOf(candidate)) blocks.set(key, [...(blocks.get(key) ?? []), candidate])
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
