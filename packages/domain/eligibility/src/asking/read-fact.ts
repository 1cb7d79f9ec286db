import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { bookOf, type FactValue } from '../contract/index.js'
import { sourcesOf } from './facts.js'

/**
 * Reads what is known of one fact of many subjects on a day, in one query. Of whom nothing is known there is no entry.
 *
 * @throws Error for a fact that no module declares
 */
export async function readFact(
  context: Pick<ModuleContext, 'db' | 'registry' | 'provided'>,
  name: string,
  { subjects, date }: { readonly subjects: readonly string[]; readonly date: string },
): Promise<ReadonlyMap<string, Exclude<FactValue, null>>> {
  const fact = bookOf(context.registry).facts.get(name)
  if (!fact) throw new Error(`no module declares the fact "${name}"`)
  const [module = '', own = ''] = name.split('.')
  const sources = sourcesOf(context)
  const day = sql<string>`${date}::date`
  const told = sources.group(module, fact.group)({ date: day, receives: sources.receives(day) })
  const { rows } = await sql<{ readonly subject: string; readonly value: FactValue }>`
    select subject, ${sql.ref(own)} as value from (${told}) as told where subject = any(${[...subjects]}::text[])`.execute(
    context.db,
  )
  const values = new Map(rows.map(({ subject, value }) => [subject, value]))
  return new Map(
    subjects.flatMap((subject) => {
      const value = values.has(subject) ? (values.get(subject) ?? null) : (fact.whenNone ?? null)
      return value === null ? [] : [[subject, value] as const]
    }),
  )
}
