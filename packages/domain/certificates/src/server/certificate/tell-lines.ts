import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import type { CertificateEvent, CertificateState, certificates } from '../../contract/index.js'
import type { CertificateChange } from './follow.js'

type Certificate = RowOf<typeof certificates.records.certificate>

/** Puts one thing that happened to a certificate into the outbox. */
export function emitCertificate(
  event: CertificateEvent,
  { id, person, county }: Pick<Certificate, 'id' | 'person' | 'county'>,
  caseId: string | null,
  { write }: ModuleContext,
): void {
  write.emit(`certificates.certificate.${event}`, { id, person, case: caseId }, county)
}

/**
 * Tells other lines what a change did to a certificate, whoever made it: a case, the night, an import or an officer who corrects. What only
 * a case can tell apart (a first one, a renewal, a replacement) the case tells itself.
 */
export function tellLines(changes: readonly CertificateChange[], context: ModuleContext): void {
  for (const { before, row } of changes) {
    if (!before || !row) continue
    const caseId = before.lastCase === row.lastCase ? null : row.lastCase
    const event = before.state === row.state ? undefined : eventOf(before.state, row.state, caseId)
    if (event) emitCertificate(event, row, caseId, context)
    if (before.category !== row.category || before.grade !== row.grade)
      emitCertificate('gradeChanged', row, caseId, context)
  }
}

function eventOf(
  from: CertificateState | null,
  to: CertificateState | null,
  caseId: string | null,
): CertificateEvent | undefined {
  if (to === 'cancelled' || to === 'frozen' || to === 'expired' || to === 'transferred') return to
  if (to !== 'valid') return undefined
  if (from === 'frozen') return 'unfrozen'
  // one that came back from its way is where it was
  return from === 'transferring' && caseId !== null ? 'transferred' : undefined
}
