import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { certificates } from '../../contract/index.js'

const { certificate, transfer } = certificates.records
type Case = RowOf<(typeof certificates.records)['case']>

/**
 * A county lets a certificate go: it keeps a counterfoil, and the holder's file follows to a county of this system. To one outside there is a
 * letter, and the file stays until that county has confirmed.
 */
export async function release(
  row: Case,
  held: RowOf<typeof certificate>,
  { write, today }: ModuleContext,
): Promise<void> {
  const { id } = await write.create(transfer, {
    holderName: row.holderName,
    number: held.number,
    certificate: held.id,
    application: row.id,
    releasedOn: today,
    toDivision: row.toDivision,
    toPlace: row.toPlace,
    letterNumber: row.letterNumber,
    division: held.division,
  })
  if (row.toDivision !== null)
    write.emit('certificates.transfer.released', { id, person: row.person, division: row.toDivision }, held.county)
}

/** The receiving county does not take a certificate over: it goes back where it came from. */
export async function refuseTransfer(row: Case, { read, write }: ModuleContext): Promise<void> {
  if (row.item !== 'transfer-in' || row.certificate === null) return
  const held = await read.one(certificate, row.certificate)
  if (held?.state !== 'transferring') return
  const note = row.refusalNote ?? row.reviewNote ?? '—'
  write.emit('certificates.transfer.refused', { id: row.id, certificate: held.id, note }, row.county)
}
