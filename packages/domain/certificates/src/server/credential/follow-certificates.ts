import type { EventHandler, ModuleContext } from '@opendpf/kit/server'
import * as z from 'zod'
import type { CertificateChange } from '../certificate/follow.js'
import { bringUpToDate, withOpenEntry } from './status-entries.js'

const told = z.object({ id: z.string() })
// what is signed, and what its status follows from
const followed = ['state', 'county', 'category', 'grade', 'number', 'validTo'] as const

/**
 * Says of certificates that somebody carries as a credential that they have changed, whoever changed them: a case, the night, an import, an
 * officer who corrects. The list is signed when this is told, not here: a clerk of one town does not see all of a county.
 */
export async function noteOutdated(
  changes: readonly CertificateChange[],
  { db, write }: Pick<ModuleContext, 'db' | 'write'>,
): Promise<void> {
  const changed = changes.flatMap(({ before, row }) =>
    before && followed.some((field) => before[field] !== row?.[field]) ? [before.id] : [],
  )
  if (changed.length === 0) return
  for (const { certificate, county } of await withOpenEntry(changed, db))
    write.emit('certificates.credential.outdated', { id: certificate }, county)
}

/** Flips the status of a credential, and signs its list. */
export const followCertificate: EventHandler = async ({ payload }, context) => {
  await bringUpToDate([told.parse(payload).id], context)
}
