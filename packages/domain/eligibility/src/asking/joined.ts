import type { ModuleContext } from '@opendpf/kit/server'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { type Book, bookOf } from '../contract/index.js'
import { constantOf } from './compile.js'
import { sourcesOf } from './facts.js'

/** The subjects of a record type with the groups of facts that some rules ask for, each joined once. */
export interface Joined {
  readonly from: RawBuilder<unknown>
  readonly fact: (name: string) => RawBuilder<unknown>
  readonly division: RawBuilder<string>
  readonly receives: RawBuilder<unknown>
}

/**
 * Joins the facts of a day to their subjects. Row security narrows both to the territory of whoever asks.
 *
 * @throws Error for facts about another record type
 */
export function joinFacts(
  context: Pick<ModuleContext, 'registry' | 'provided'>,
  of: string,
  { names, date }: { readonly names: ReadonlySet<string>; readonly date: string },
): Joined {
  const book: Book = bookOf(context.registry)
  const sources = sourcesOf(context)
  const day = sql<string>`${date}::date`
  const receives = sources.receives(day)
  const groups = new Map<string, string>()
  const columns = new Map<string, RawBuilder<unknown>>()
  for (const name of names) {
    const fact = book.facts.get(name)
    if (!fact) throw new Error(`no module declares the fact "${name}"`)
    if ((fact.of ?? 'persons.person') !== of) throw new Error(`the fact "${name}" is about ${fact.of}, not ${of}`)
    const [module = '', own = ''] = name.split('.')
    const key = `${module}.${fact.group}`
    const alias = groups.get(key) ?? `g${groups.size}`
    groups.set(key, alias)
    const column = sql.ref(`${alias}.${own}`)
    columns.set(
      name,
      fact.whenNone === undefined
        ? column
        : sql`(case when ${sql.ref(`${alias}.subject`)} is null then ${constantOf(fact, fact.whenNone)} else ${column} end)`,
    )
  }
  const joins = [...groups].map(([key, alias]) => {
    const [module = '', group = ''] = key.split('.')
    const rows = sources.group(module, group)({ date: day, receives })
    return sql` left join (${rows}) as ${sql.raw(alias)} on ${sql.ref(`${alias}.subject`)} = s.id`
  })
  const table = sql.table(context.registry.record(of).table)
  return {
    from: sql`${table} as s${sql.join(joins, sql``)}`,
    fact: (name) => columns.get(name) as RawBuilder<unknown>,
    division: sql`s.division`,
    receives,
  }
}
