import type { Session } from '@opendpf/database'

/**
 * Readies a transaction that writes very many rows. Plans made for almost empty tables would go on being used and read whole tables
 * for every row and every foreign key. Every statement of the write path has an index, so reading whole tables is put out of question
 * for this transaction; what the write path adds to a table it lets the database learn as it goes.
 */
export async function readyForManyRows(session: Session): Promise<void> {
  await session.query({ text: 'set local enable_seqscan = off', values: [] })
  await session.query({ text: 'discard plans', values: [] })
}
