import type { PlacedRecord } from '@opendpf/kit'
import type { RecordStates, RowChange } from '@opendpf/kit/server'
import { type RawBuilder, sql } from 'kysely'
import { columnsIn } from './known-at.js'
import type { Context, Counted, CountedQuestion, Measured, Shadows } from './measured-rows.js'
import { wayOf } from './parts.js'
import { isSumOver } from './sum-over.js'
import { type Tally, tally, type WalkOptions } from './walk.js'

/** An answer that held in a state that is past. */
export interface Stale {
  readonly state: string
  readonly answer: Counted
}

/** Beyond so many units that changed rows are about, everything is counted anew. */
const unitsAtMost = 500

/**
 * Brings answers that held up to date by what has changed since: what the changed rows gave before is taken away, what they give now is added.
 * Answers only where that is known to be what counting anew would answer: numbers that are whole, of rows that are counted, summed up or of
 * units, from a statement that is a sum over the record that was changed, and over no other that was.
 */
export async function bringUpToDate(
  context: Context,
  {
    stale,
    states,
  }: { readonly stale: readonly (Measured & { readonly held: Stale })[]; readonly states: RecordStates },
): Promise<ReadonlyMap<CountedQuestion, Counted>> {
  const answers = new Map<CountedQuestion, Counted>()
  const able = stale.filter(({ question, held }) => canChange(question, held))
  const alike = Map.groupBy(able, ({ compiled, question, held }) =>
    JSON.stringify([compiled.sql, compiled.parameters, question.indicator.kind, held.state]),
  )
  const changesSince = new Map<string, Promise<readonly RowChange[] | undefined>>()
  for (const those of alike.values()) {
    const [first] = those
    if (!first) continue
    const { state } = first.held
    const known = changesSince.get(state) ?? states.since(state)
    changesSince.set(state, known)
    const changes = await known
    const record = changes && changedRecord(context, first, changes)
    if (!changes || !record) continue
    const differences = await differenceOf(context, those, { record, changes })
    for (const { question, held } of those) {
      const value = changed(held.answer, differences?.get(question))
      if (value !== undefined) answers.set(question, { value, unknownReason: null })
    }
  }
  return answers
}

function canChange({ by, asOf, indicator }: CountedQuestion, { answer }: Stale): boolean {
  return (
    by === undefined && asOf === undefined && wayOf[indicator.reading] !== 'order' && Number.isSafeInteger(answer.value)
  )
}

/** The one record whose rows have changed, if the statement is a sum over it. */
function changedRecord(
  { registry }: Context,
  { compiled }: Measured,
  changes: readonly RowChange[],
): PlacedRecord | undefined {
  const [name, ...others] = new Set(changes.map((one) => one.record))
  const record = name === undefined || others.length > 0 ? undefined : registry.records.get(name)
  return record && isSumOver(compiled.sql, record.table) ? record : undefined
}

interface Difference {
  readonly before: Tally
  readonly after: Tally
}

/** A number with a difference; undefined where a row has no value, or the sum is of parts of numbers, which cannot be added back and forth. */
function changed({ value }: Counted, difference: Difference | undefined): number | undefined {
  if (value === null || !difference) return undefined
  const { before, after } = difference
  if (before.value === null || after.value === null || before.missing > 0 || after.missing > 0) return undefined
  const sum = value - before.value + after.value
  return [before.value, after.value, sum].every(Number.isSafeInteger) ? sum : undefined
}

interface Changed {
  readonly record: PlacedRecord
  readonly changes: readonly RowChange[]
}

async function differenceOf(
  context: Context,
  those: readonly Measured[],
  { record, changes }: Changed,
): Promise<ReadonlyMap<CountedQuestion, Difference> | undefined> {
  const { before, after, all } = tablesOf(record, changes)
  const found = new Map<CountedQuestion, Difference>()
  const compare = async (some: readonly Measured[], then: WalkOptions, now: WalkOptions) => {
    const [were, are] = [await tally(context, some, then), await tally(context, some, now)]
    for (const { question } of some) {
      const [tallied, present] = [were.get(question), are.get(question)]
      if (tallied && present) found.set(question, { before: tallied, after: present })
    }
  }
  for (const [unit, some] of Map.groupBy(those, unitOf)) {
    if (unit === undefined) {
      await compare(some, { shadows: [before] }, { shadows: [after] })
      continue
    }
    // somebody stays counted who has other rows: of all of the units that the changed rows are about, all rows are looked at
    const units = await unitsOf(context, some, [before, after])
    if (units.length > unitsAtMost) return undefined
    const where = sql`${sql.ref(`m.${unit}`)}::text = any(${units}::text[])`
    await compare(some, { shadows: [all], where }, { shadows: [], where })
  }
  return found
}

function unitOf({ question, unit }: Measured): string | undefined {
  return wayOf[question.indicator.reading] === 'units' ? unit : undefined
}

/** The units that rows of either table are about. */
async function unitsOf(context: Context, [first]: readonly Measured[], tables: Shadows): Promise<readonly string[]> {
  if (!first) return []
  const unit = sql.ref(`m.${first.unit}`)
  const found = new Set<string>()
  for (const table of tables) {
    const { rows } = await sql<{ readonly unit: string }>`
      with ${table} select distinct ${unit}::text as unit from (${first.rows}) as m where ${unit} is not null limit ${sql.lit(unitsAtMost + 1)}`.execute(
      context.db,
    )
    for (const row of rows) found.add(row.unit)
  }
  return [...found]
}

/** What a record is shadowed by: its changed rows as they were, as they are, and all of its rows with the changed ones as they were. */
function tablesOf(record: PlacedRecord, changes: readonly RowChange[]) {
  const columns = columnsIn(record)
  const [table, history] = [sql.raw(record.table), sql.raw(`${record.table}_history`)]
  const ids = changes.map(({ id }) => id)
  const versions = changes.map(({ before }) => before)
  const changed = sql`(select * from unnest(${ids}::text[], ${versions}::integer[]))`
  const named = (rows: RawBuilder<unknown>) => sql`${table} as not materialized (${rows})`
  return {
    before: named(sql`select ${columns} from ${history} where (id, version) in ${changed}`),
    after: named(sql`select ${columns} from ${table} where id = any(${ids}::text[])`),
    // the conditions stand around both halves, not in them: only so are those of a unit found by the indexes of each
    all: named(sql`select ${columns} from (select ${columns}, null::integer as past from ${table}
        union all select ${columns}, version from ${history}) as versions
      where (past is null and id <> all(${ids}::text[])) or (id, past) in ${changed}`),
  }
}
