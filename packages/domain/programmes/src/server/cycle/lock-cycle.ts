import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { programmes } from '../../contract/index.js'

const { cycle } = programmes.records
export type Cycle = RowOf<typeof cycle>

/** So many rows go through the write path in one transaction of a job. */
export const batchSize = 1000

/**
 * The cycle, kept from everybody else until this transaction has ended; undefined when it is no longer in the state and run that somebody works
 * on: what was told twice is done once.
 */
export async function lockCycle(
  { db, read }: ModuleContext,
  { id, run, state }: { readonly id: string; readonly run: number; readonly state: Cycle['state'] },
): Promise<Cycle | undefined> {
  await sql`select id from programmes_cycle where id = ${id} for update`.execute(db)
  const row = await read.one(cycle, id)
  return row?.state === state && row.run === run ? row : undefined
}
