import type { Session } from '@opendpf/database'

/**
 * Readies a transaction that writes very many rows. The database learns how large a table is after the commit only; until then it
 * would go on with plans made for an almost empty one and read all of it for every row and every foreign key. Every statement of the
 * write path has an index, so reading whole tables is put out of question for this transaction.
 */
export async function readyForManyRows(session: Session): Promise<void> {
  await session.query({ text: 'set local enable_seqscan = off', values: [] })
  await session.query({ text: 'discard plans', values: [] })
}
