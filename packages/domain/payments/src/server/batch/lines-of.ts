import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { payments } from '../../contract/index.js'
import { chunkSize } from '../../paying/chunks.js'

const { line } = payments.records
type State = RowOf<typeof line>['state']

/** The lines of a batch in one state or several, by their place, in chunks: not more than one of them is in memory. */
export async function* linesOf(
  batch: string,
  states: State | readonly State[],
  { db, read }: Pick<ModuleContext, 'db' | 'read'>,
): AsyncGenerator<readonly RowOf<typeof line>[]> {
  let [after, afterId] = [0, '']
  for (;;) {
    const { rows } = await sql<{ id: string; position: number }>`
      select id, position::int as position from payments_line
      where batch = ${batch} and (position, id) > (${after}, ${afterId}) and state = any(${[states].flat()}::text[])
      order by position, id limit ${chunkSize}`.execute(db)
    const last = rows.at(-1)
    if (!last) return
    yield await read.many(line, { id: rows.map(({ id }) => id) }, { limit: chunkSize, orderBy: 'position' })
    if (rows.length < chunkSize) return
    ;[after, afterId] = [last.position, last.id]
  }
}
