import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { matching } from '../contract/index.js'

const { list } = matching.records

interface Seen {
  readonly id: string
  readonly version: number
}

type Counted<Name extends string> = Seen & Readonly<Record<Name, number>>

/** Counts what the rows of lists mean, while they receive: what a list held is known when its rows are forgotten. */
export async function countRows(ids: readonly (string | null)[], context: ModuleContext): Promise<void> {
  await lockLists(ids, context)
  const { rows } = await sql<Counted<'rows' | 'matched' | 'doubtful' | 'unknown'>>`
    select l.id, l.version, count(e.id)::int as rows, count(*) filter (where e.state = 'matched')::int as matched,
      count(*) filter (where e.state = 'doubtful')::int as doubtful,
      count(*) filter (where e.state = 'unknown')::int as unknown
    from matching_list l left join matching_entry e on e.list = l.id
    where l.id = any(${known(ids)}::text[]) and l.state in ('draft', 'receiving')
    group by l.id, l.version order by l.id`.execute(context.db)
  await write(rows, context)
}

/** Counts what became of the differences of lists. */
export async function countDifferences(ids: readonly string[], context: ModuleContext): Promise<void> {
  await lockLists(ids, context)
  const { rows } = await sql<Counted<'differing' | 'confirmed' | 'rejected'>>`
    select l.id, l.version, count(d.id)::int as differing,
      count(*) filter (where d.state = 'confirmed')::int as confirmed,
      count(*) filter (where d.state = 'rejected')::int as rejected
    from matching_list l left join matching_difference d on d.list = l.id
    where l.id = any(${known(ids)}::text[]) group by l.id, l.version order by l.id`.execute(context.db)
  await write(rows, context)
}

function known(ids: readonly (string | null)[]): readonly string[] {
  return [...new Set(ids)].filter((id) => id !== null)
}

/** In one order, so that two who count the same lists wait for each other and not crosswise. */
async function lockLists(ids: readonly (string | null)[], { db }: ModuleContext): Promise<void> {
  await sql`select id from matching_list where id = any(${known(ids)}::text[]) order by id for update`.execute(db)
}

async function write(rows: readonly Seen[], { write: { updateMany } }: ModuleContext): Promise<void> {
  if (rows.length > 0)
    await updateMany(
      list,
      rows.map(({ id, version, ...values }) => ({ id, version, values })),
    )
}
