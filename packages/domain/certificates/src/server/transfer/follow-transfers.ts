import type { EventHandler, ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import * as z from 'zod'
import { certificates } from '../../contract/index.js'

const { certificate, case: cases, transfer } = certificates.records
const { person } = persons.records

const released = z.object({ id: z.string(), person: z.string(), division: z.string() })
const refused = z.object({ certificate: z.string(), note: z.string() })
const arrived = z.object({ id: z.string() })

/**
 * A county of this system gets the holder's file: the person moves there with everything that lies where the person lies, so that the county
 * that released sees its counterfoil alone. The case there is opened for it, and its period to accept runs.
 */
export const fileArrives: EventHandler = async ({ payload }, { read, write, today }) => {
  const event = released.parse(payload)
  const out = await read.one(transfer, event.id)
  const holder = await read.one(person, event.person)
  if (out?.state !== 'released' || !holder) return
  await write.update(person, { id: holder.id, version: holder.version, values: { division: event.division } })
  const { id, version } = await write.create(cases, {
    person: holder.id,
    certificate: out.certificate,
    item: 'transfer-in',
    channel: 'ex-officio',
    applicant: 'federation',
    appliedOn: today,
    letterNumber: out.letterNumber,
  })
  await write.transition(cases, { id, version, verb: 'receive' })
}

/** The receiving county sends a file back: the person lies again where the counterfoil lies, and the certificate counts there. */
export const fileReturns: EventHandler = async ({ payload }, { read, write, today }) => {
  const { certificate: id, note } = refused.parse(payload)
  const held = await read.one(certificate, id)
  const [out] = await read.many(transfer, { certificate: id, state: 'released' })
  if (!out || held?.state !== 'transferring') return
  const holder = await read.one(person, held.person)
  if (!holder) return
  await write.update(person, { id: holder.id, version: holder.version, values: { division: out.division } })
  await end(out, { verb: 'sendBack', values: { returnNote: note, endedOn: today } }, write)
  const moved = await read.one(certificate, id)
  if (moved) await write.update(certificate, { id, version: moved.version, values: { state: 'valid' } })
}

/** The county that released hears that the other one has accepted. */
export const transferAccepted: EventHandler = async ({ payload }, { read, write, today }) => {
  const { id } = arrived.parse(payload)
  const open = await read.many(transfer, { certificate: id, state: 'released' })
  for (const out of open) await end(out, { verb: 'accept', values: { endedOn: today } }, write)
}

/** A certificate that is cancelled on its way, because its holder has died, arrives nowhere: the counterfoil is closed. */
export const transferEnds: EventHandler = async ({ payload }, { read, write, registry, today }) => {
  const { id } = arrived.parse(payload)
  const open = await read.many(transfer, { certificate: id, state: 'released' })
  const returnNote = registry.text('certificates', 'zh-CN', 'certificate.state.cancelled')
  for (const out of open) await end(out, { verb: 'sendBack', values: { returnNote, endedOn: today } }, write)
}

function end(
  { id, version }: { readonly id: string; readonly version: number },
  step: { readonly verb: string; readonly values: Readonly<Record<string, unknown>> },
  write: ModuleContext['write'],
) {
  return write.transition(transfer, { id, version, ...step })
}
