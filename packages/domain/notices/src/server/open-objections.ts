import { type Kysely, sql } from 'kysely'

/** Which of some lines somebody objects to, by themselves or with their whole notice, without a decision yet. */
export async function unsettledLines(db: Kysely<unknown>, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select l.id from notices_line l where l.id = any(${ids}::text[]) and exists (
      select from notices_objection o where o.notice = l.notice and o.state = 'open' and (o.line is null or o.line = l.id))`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}
