import { scopeOfDivision } from '@opendpf/kit'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Reading } from '../contract/index.js'
import { type Asking, type Masks, masksOf } from './masks.js'
import {
  type Context,
  type Counted,
  type CountedQuestion,
  type Measured,
  readValue,
  type Shadows,
  shadows,
  withAll,
} from './measured-rows.js'
import { isOfValues } from './narrow.js'
import { type Level, type Part, partSql, wayOf } from './parts.js'

/** From so many places on they are counted as groups, instead of holding every row against each of them. */
const manyPlaces = 3

/** What is known of one question before it is read as a figure. */
export interface Tally {
  readonly value: number | null
  /** How many rows have no value, where values are what counts. */
  readonly missing: number
  /** Of a question by places: each of them that has a row, by its code; null is no place. */
  readonly groups?: ReadonlyMap<string | null, Tally>
}

/** Answers questions about the same rows, those by places with each place. */
export async function countAlike(
  context: Context,
  those: readonly Measured[],
): Promise<ReadonlyMap<CountedQuestion, Counted>> {
  const tallies = await tally(context, those)
  return new Map(
    [...tallies].map(([question, { value, missing, groups }]) => {
      const told = [...(groups ?? [])].map(([key, group]) => ({ key, ...readValue(group.value, group.missing) }))
      return [question, { ...readValue(value, missing), ...(groups ? { groups: told } : {}) }]
    }),
  )
}

/** What a walk reads otherwise than the rows as they are. */
export interface WalkOptions {
  readonly shadows?: Shadows
  /** What every row has to meet besides. */
  readonly where?: RawBuilder<unknown>
}

/**
 * Tallies questions about the same rows in one walk over them: each row is read once, with which questions it meets, and these are counted as
 * rows, as units and in the order of their values, and of many places by place.
 */
export async function tally(
  context: Context,
  those: readonly Measured[],
  options: WalkOptions = {},
): Promise<ReadonlyMap<CountedQuestion, Tally>> {
  const [first] = those
  if (!first) return new Map()
  const grouped = groupedLevels(those)
  const askings = new Map<string, { readonly bit: number; readonly asking: Asking }>()
  const parts = new Map<string, Part & { readonly number: number }>()
  const asked = those.map(({ question, unit }) => {
    const { indicator, about } = question
    const count = (reading: Reading, level: Level | undefined, of: Asking['about']): Found => {
      const key = JSON.stringify([of.from, of.to, of.place, of.filters])
      const { bit } = entry(askings, key, () => ({ bit: askings.size, asking: { indicator, about: of } }))
      const way = wayOf[reading]
      const part = entry(parts, JSON.stringify([way, way === 'units' ? unit : '', level]), () => ({
        number: parts.size,
        way,
        unit,
        level,
        questions: [],
      }))
      const known = part.questions.findIndex((one) => one.bit === bit && one.reading === reading)
      return { part: part.number, position: known < 0 ? part.questions.push({ bit, reading }) - 1 : known }
    }
    const { reading } = indicator
    const level = levelOf(question, grouped)
    // the same question about many places is one
    const whole = count(reading, level, level ? { ...about, place: undefined } : about)
    const by = placesBy(question)
    // values may add up to 0: whether a place has rows is counted beside them
    const groups = by && {
      found: count(reading, by, about),
      rows: count(isOfValues(reading) ? 'count' : reading, by, about),
    }
    return { question, whole, place: placeOf(question, level), groups }
  })
  const masks = masksOf([...askings.values()].map(({ asking }) => asking))
  const counted = [...parts.values()]
  const named = [
    ...(options.shadows ?? shadows(context, first)),
    metSql({ first, those, masks, parts: counted, where: options.where }),
  ]
  const { rows } = await sql<PartRow>`${withAll(named)}${sql.join(
    counted.map((part) => partSql(part, part.number, masks)),
    sql` union all `,
  )}`.execute(context.db)
  const byPart = Map.groupBy(rows, ({ part }) => part)
  const byPlace = new Map(rows.map((row) => [`${row.part} ${row.place ?? ''}`, row]))
  return new Map(
    asked.map(({ question, whole, place, groups }) => {
      const row = byPlace.get(`${whole.part} ${place}`)
      const total = row ? tallyIn(row, whole.position) : nothing(question.indicator.reading)
      return [question, groups ? { ...total, groups: groupsIn(byPart, groups) } : total] as const
    }),
  )
}

/** Where in the rows that a walk answers a question finds its number. */
interface Found {
  readonly part: number
  readonly position: number
}

/** The places by which a question is asked, if it is by places. */
export function placesBy({ by }: Pick<CountedQuestion, 'by'>): Level | undefined {
  return by === 'town' || by === 'village' ? by : undefined
}

/** The places of which a row meets the question, in the order of their codes; rows of no place come last. */
function groupsIn(
  byPart: ReadonlyMap<number, readonly PartRow[]>,
  { found, rows }: { readonly found: Found; readonly rows: Found },
): ReadonlyMap<string | null, Tally> {
  const counted = new Map((byPart.get(rows.part) ?? []).map((row) => [row.place, tallyIn(row, rows.position).value]))
  const met = (byPart.get(found.part) ?? []).filter(({ place }) => (counted.get(place) ?? 0) > 0)
  const groups = met.map((row) => [row.place?.padEnd(12, '0') ?? null, tallyIn(row, found.position)] as const)
  return new Map(groups.toSorted(([one], [other]) => (one === null || (other !== null && one > other) ? 1 : -1)))
}

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

interface PartRow {
  readonly part: number
  readonly place: string | null
  readonly found: readonly (number | null)[]
  readonly missing: readonly (number | null)[]
}

function tallyIn({ found, missing }: PartRow, position: number): Tally {
  return { value: found[position] ?? null, missing: missing[position] ?? 0 }
}

/** A place without a row: there are none, and they sum up to 0; of none there is no median. */
function nothing(reading: Reading): Tally {
  return { value: reading === 'median' || reading === 'p90' ? null : 0, missing: 0 }
}

/** The levels at which so many places are asked about that they are counted as groups. */
function groupedLevels(those: readonly Measured[]): ReadonlySet<Level> {
  const places = Map.groupBy(
    new Set(those.flatMap(({ question }) => question.about.place ?? [])),
    (place) => scopeOfDivision(place).level,
  )
  return new Set((['town', 'village'] as const).filter((level) => (places.get(level)?.length ?? 0) >= manyPlaces))
}

function levelOf({ about: { place } }: CountedQuestion, grouped: ReadonlySet<Level>): Level | undefined {
  const level = place === undefined ? undefined : scopeOfDivision(place).level
  return (level === 'town' || level === 'village') && grouped.has(level) ? level : undefined
}

/** What the rows of the place of a question have in common, at the level that it is counted at. */
function placeOf({ about: { place = '' } }: CountedQuestion, level: Level | undefined): string {
  return level === undefined ? '' : place.slice(0, level === 'town' ? 9 : 12)
}

/** The rows that are about anything asked, with which questions they meet and no more of them than is counted. */
function metSql({
  first,
  those,
  masks,
  parts,
  where,
}: {
  readonly first: Measured
  readonly those: readonly Measured[]
  readonly masks: Masks
  readonly parts: readonly Part[]
  readonly where: RawBuilder<unknown> | undefined
}): RawBuilder<unknown> {
  const units = new Set(parts.flatMap(({ way, unit }) => (way === 'units' ? [unit] : [])))
  const levels = new Set(parts.map(({ level }) => level))
  const columns = [
    ...masks.columns,
    ...[...units].map((unit) => sql`${sql.ref(`m.${unit}`)} as ${sql.id(`of_${unit}`)}`),
    ...(parts.some(({ questions }) => questions.some(({ reading }) => isOfValues(reading))) ? [sql`m.value`] : []),
    ...(levels.has('town') ? [sql`left(m.division, 9) as in_town`] : []),
    ...(levels.has('village') ? [sql`m.division as in_village`] : []),
  ]
  // rows of other villages are many; those of other towns are fewer than it costs to hold every row against a list
  const villages = [...levels].every((level) => level === 'village')
    ? [sql`m.division = any(${[...new Set(those.map(({ question }) => placeOf(question, 'village')))]}::text[])`]
    : []
  const conditions = [...span(those), ...villages, ...(where ? [where] : [])]
  const narrowed = conditions.length === 0 ? sql`` : sql` where ${sql.join(conditions, sql` and `)}`
  return sql`met as (select ${sql.join(columns)} from (${first.rows}) as m${narrowed})`
}

/** The days that any of the questions is about, so that an index of the date can be used. */
function span(those: readonly Measured[]): readonly RawBuilder<unknown>[] {
  if (those[0]?.question.indicator.kind !== 'flow') return []
  const from = those.map(({ question }) => question.about.from ?? '').toSorted()[0]
  const to = those
    .map(({ question }) => question.about.to)
    .toSorted()
    .at(-1)
  return [sql`m.date between ${from}::date and ${to}::date`]
}
