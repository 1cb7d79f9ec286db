import { type RawBuilder, sql } from 'kysely'
import type { Reading } from '../contract/index.js'
import type { Masks } from './masks.js'
import { shareBelow } from './narrow.js'

/** A level of places that are the groups of a part. */
export type Level = 'town' | 'village'

/** A way of counting: rows and the sums of their values in one, units each once, and values in their order. */
export type Way = 'rows' | 'units' | 'order'

/** Questions that are counted in the same way, of everything or by place. */
export interface Part {
  readonly way: Way
  /** The column of what is counted once. */
  readonly unit: string
  readonly level: Level | undefined
  /** Each different question, by its bit in the masks and its reading. */
  readonly questions: PartQuestion[]
}

export interface PartQuestion {
  readonly bit: number
  readonly reading: Reading
}

export const wayOf: Readonly<Record<Reading, Way>> = {
  count: 'rows',
  sum: 'rows',
  distinct: 'units',
  median: 'order',
  p90: 'order',
}

type Sql = RawBuilder<unknown>

/**
 * Counts the questions of a part from the rows `met`: a statement that answers one row, or one for each place, with `part`, `place`, what was
 * `found` for each question and how many rows were `missing` a value.
 */
export function partSql({ way, unit, level, questions }: Part, number: number, masks: Masks): Sql {
  const place = level === undefined ? undefined : sql.raw(`in_${level}`)
  const met = ({ bit }: PartQuestion) => masks.isMet(bit, 'g')
  const total = (what: Sql, question: PartQuestion) => sql`coalesce(sum(${what}) filter (where ${met(question)}), 0)`
  const by = (columns: readonly Sql[]) => sql.join([...columns, ...(place === undefined ? [] : [place])])
  const list = (answers: readonly Sql[]) => sql`array[${sql.join(answers)}]::float8[]`
  const answers = (from: Sql, found: (question: PartQuestion) => Sql, missing: (question: PartQuestion) => Sql) => sql`
    (select ${sql.raw(`${number}`)} as part, ${place === undefined ? sql`null::text` : sql`g.${place}`} as place,
      ${list(questions.map(found))} as found, ${list(questions.map(missing))} as missing
    from (${from}) as g${place === undefined ? sql`` : sql` group by g.${place}`})`
  const names = masks.names.map((name) => sql.raw(name))

  const ways: Readonly<Record<Way, () => Sql>> = {
    // rows that meet the same questions are put together first, so that however many questions there are, each row is looked at once
    rows: () => {
      const hasSums = questions.some(({ reading }) => reading === 'sum')
      const sums = hasSums ? sql`, sum(value) as total, count(*) - count(value) as missing` : sql``
      return answers(
        sql`select ${by(names)}, count(*) as rows${sums} from met group by ${by(names)}`,
        (question) => total(question.reading === 'sum' ? sql`g.total` : sql`g.rows`, question),
        (question) => (question.reading === 'sum' ? total(sql`g.missing`, question) : sql`0`),
      )
    },
    // a unit meets what any of its rows meets
    units: () => {
      const own = sql.id(`of_${unit}`)
      const any = masks.names.map((name) => sql.raw(`bit_or(${name}) as ${name}`))
      return answers(
        sql`select ${by(any)} from met where ${own} is not null group by ${by([own])}`,
        (question) => sql`count(*) filter (where ${met(question)})`,
        () => sql`0`,
      )
    },
    order: () =>
      answers(
        sql`select * from met`,
        (question) => shareBelow(question.reading, met(question), sql`g.value`),
        (question) => sql`count(*) filter (where ${met(question)} and g.value is null)`,
      ),
  }
  return ways[way]()
}
