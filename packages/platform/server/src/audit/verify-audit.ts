import type { AuditFinding, Queryable } from '@opendpf/database'
import { verifyChains } from '@opendpf/database'
import type { Platform } from '../platform/platform.js'
import { verifyRows } from './verify-rows.js'

/** How far a verification is: entries of the chains first, then rows. */
export interface AuditProgress {
  readonly stage: 'entries' | 'rows'
  readonly done: number
}

/**
 * Proves that nothing was changed behind the write path: every county's chain, then every row against its entry. Reads in pages, so
 * that a large deployment needs no more memory than a small one.
 *
 * @returns what does not hold; none when all does
 */
export async function verifyAudit(
  platform: Pick<Platform, 'pool' | 'registry' | 'crypto'>,
  onProgress?: (progress: AuditProgress) => void,
): Promise<readonly AuditFinding[]> {
  return platform.pool.use({ level: 'all' }, (session) => verifyAuditOn(session, platform, onProgress))
}

/** The same on a session of the caller's, which must see everything: a restore proves what it loaded before it commits. */
export async function verifyAuditOn(
  session: Queryable,
  { registry, crypto }: Pick<Platform, 'registry' | 'crypto'>,
  onProgress?: (progress: AuditProgress) => void,
): Promise<readonly AuditFinding[]> {
  return [
    ...(await verifyChains(session, crypto.digest, (done) => onProgress?.({ stage: 'entries', done }))),
    ...(await verifyRows(session, registry.records.values(), crypto, (done) => onProgress?.({ stage: 'rows', done }))),
  ]
}
