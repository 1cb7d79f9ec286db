import { type Kysely, sql } from 'kysely'

/**
 * Keeps others from making or publishing the draft of a kind and division until this transaction has ended: a line must not get into a notice
 * that is published at the same moment.
 */
export async function lockDrafts(
  db: Kysely<unknown>,
  drafts: readonly { readonly kind: string; readonly division: string }[],
): Promise<void> {
  // in one order, so that nobody waits crosswise
  const keys = [...new Set(drafts.map(({ kind, division }) => `notices ${kind} ${division}`))].toSorted()
  for (const key of keys) await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}
