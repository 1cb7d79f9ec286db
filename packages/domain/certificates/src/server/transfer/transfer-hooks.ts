import type { Guard, RecordHooks } from '@opendpf/kit/server'
import { certificates } from '../../contract/index.js'

const { certificate, transfer } = certificates.records
type Transfer = typeof transfer

export const transferGuards = {
  'transfer.leavesSystem': (_, { toDivision }) => (toDivision === null ? true : {}),
} satisfies Readonly<Record<string, Guard<Transfer>>>

/** What a county outside this system answers ends the way of a certificate: it is there now, or valid here again. */
export const transferHooks: RecordHooks<Transfer> = {
  prepare({ values, before, verb }, { today }) {
    if (before && verb !== undefined && values.endedOn === null) values.endedOn = today
  },

  async after(changes, { read, write }) {
    for (const { before, row } of changes) {
      if (!before || !row || before.state === row.state || row.toDivision !== null) continue
      const held = await read.one(certificate, row.certificate)
      if (held?.state !== 'transferring') continue
      const state = row.state === 'confirmed' ? 'transferred' : 'valid'
      await write.update(certificate, { id: held.id, version: held.version, values: { state } })
    }
  },
}
