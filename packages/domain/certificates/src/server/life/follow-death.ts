import type { EventHandler } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import * as z from 'zod'
import { certificates, liveStates, openCaseStates } from '../../contract/index.js'

const { certificate, case: cases } = certificates.records
const payloadSchema = z.object({ id: z.string() })

/**
 * A person of the register has died: what was asked for ends, and the certificate is cancelled (办法 第 24 条). A death without its date is
 * not certain enough, and is left to the county.
 */
export const followDeath: EventHandler = async ({ payload }, { read, write, registry }) => {
  const { id } = payloadSchema.parse(payload)
  const person = await read.one(persons.records.person, id)
  // it may have been put right before this was told
  if (person?.isDeceased !== true || person.deathDate === null) return
  const reason = registry.text('certificates', 'zh-CN', 'certificate.cancelReason.death')
  for (const { id: open, version } of await read.many(cases, { person: id, state: openCaseStates }))
    await write.transition(cases, { id: open, version, verb: 'terminate', reason })
  for (const held of await read.many(certificate, { person: id, state: liveStates }))
    await write.update(certificate, {
      id: held.id,
      version: held.version,
      values: { state: 'cancelled', cancelReason: 'death' },
    })
}
