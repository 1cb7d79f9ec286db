import type { ModuleContext } from '@opendpf/kit/server'
import { divisionPrefix } from '@opendpf/standards'
import { sql } from 'kysely'
import type { Book, ParameterFound, ParameterValue } from '../contract/index.js'

/** A value of a parameter on one day, with the digits that the divisions it holds for begin with. */
export interface ParameterEntry extends ParameterFound {
  readonly prefix: string
}

/** The values of parameters on one day, the smallest division first. */
export type ParameterTable = ReadonlyMap<string, readonly ParameterEntry[]>

/** A value as somebody thinks of putting it in force: it stands before what its region has. */
export interface Supposed {
  readonly name: string
  readonly region: string | null
  readonly since: string
  readonly value: ParameterValue
}

export interface ParametersAsked {
  readonly date: string
  /** An instant: the values as they were known then. Default: as they are known now. */
  readonly knownAt?: string
  readonly supposing?: readonly Supposed[]
}

interface StoredValue {
  readonly name: string
  readonly region: string | null
  readonly since: string
  readonly value: ParameterValue
  readonly title: string
  readonly number: string | null
  readonly date: string | null
}

/**
 * Reads what holds on a day, in one query: of each region its latest decision, if that has not run out. A region without one keeps what the
 * next larger one decided, and in the end the national value of the declaration.
 */
export async function readParameters(
  { db }: Pick<ModuleContext, 'db'>,
  book: Pick<Book, 'parameters'>,
  names: ReadonlySet<string>,
  { date, knownAt, supposing = [] }: ParametersAsked,
): Promise<ParameterTable> {
  const source =
    knownAt === undefined
      ? sql`eligibility_parameter`
      : sql`(select name, region, since, until, value, document_title, document_number, document_date, state, id
          from eligibility_parameter where recorded_at <= ${knownAt}::timestamptz
          union all select name, region, since, until, value, document_title, document_number, document_date, state, id
          from eligibility_parameter_history
          where recorded_at <= ${knownAt}::timestamptz and superseded_at > ${knownAt}::timestamptz)`
  const { rows } = await sql<StoredValue>`
    select name, region, since, value, document_title as title, document_number as number, document_date as date
    from (select distinct on (name, region) * from ${source} as known
      where state = 'in-force' and name = any(${[...names]}::text[]) and since <= ${date}::date
      order by name, region, since desc, id desc) as latest
    where until is null or until >= ${date}::date`.execute(db)
  const table = new Map<string, readonly ParameterEntry[]>()
  for (const name of names) {
    const decided = new Map<string, ParameterEntry>()
    for (const { since, until, value, document } of book.parameters.get(name)?.national ?? [])
      if (since <= date && (until === undefined || date <= until))
        decided.set('', { prefix: '', region: null, since, value, document })
    for (const { title, number, date: dated, ...row } of rows)
      if (row.name === name) {
        const prefix = prefixOf(row.region)
        decided.set(prefix, {
          prefix,
          region: row.region,
          since: row.since,
          value: row.value,
          document: { title, number, date: dated },
        })
      }
    for (const one of supposing)
      if (one.name === name && one.since <= date) {
        const prefix = prefixOf(one.region)
        const document = { title: '—', number: null, date: null }
        decided.set(prefix, { prefix, region: one.region, since: one.since, value: one.value, document })
      }
    table.set(
      name,
      [...decided.values()].sort((a, b) => b.prefix.length - a.prefix.length),
    )
  }
  return table
}

function prefixOf(region: string | null): string {
  return region === null ? '' : (divisionPrefix(region) ?? region)
}

/** The value that holds for a division: that of the smallest region around it. Undefined where nobody decided. */
export function valueFor(table: ParameterTable, name: string, division: string): ParameterEntry | undefined {
  return table.get(name)?.find(({ prefix }) => division.startsWith(prefix))
}
