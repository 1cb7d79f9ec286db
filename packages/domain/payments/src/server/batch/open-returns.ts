import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'

/**
 * Lines of a batch that came back and are open: nobody has said that they are no longer due, and no batch that was approved pays them anew. One
 * that came back after it was dropped by its new line would be open again, and a closed batch is not changed.
 */
export async function openReturns(batch: string, { db }: Pick<ModuleContext, 'db'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from payments_line l
    where l.batch = ${batch} and (l.state = 'returned' or l.state = 'replaced' and exists (
      select from payments_line n join payments_batch b on b.id = n.batch
      where n.replaces = l.id and n.state = 'pending' and b.state in ('draft', 'checked', 'reviewed')
    ))`.execute(db)
  return rows[0]?.count ?? 0
}
