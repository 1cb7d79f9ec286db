import type { Session } from '@opendpf/database'
import { seeingEverything } from '@opendpf/database'
import { OpenDpfError } from '@opendpf/errors'
import type { Actor, Attachment, PlacedRecord } from '@opendpf/kit'
import type { Files, MadeFile } from '@opendpf/kit/server'
import { uuidv7 } from 'uuidv7'
import type { Platform } from '../platform/platform.js'
import { insertAttachment, lockContent, placesOfAttachments } from './attachment-rows.js'
import { collect, hashOfContent } from './attachment-store.js'
import { endingOf } from './recognise.js'
import { storeOf } from './store-of.js'
import { nameOf, rulesOf } from './take-in.js'

/** Files as modules make and read them, on a running transaction: what it takes back leaves no row that carries them. */
export function moduleFiles(tools: {
  readonly platform: Platform
  readonly session: Session
  readonly actor: Actor
}): Files {
  const { platform, session, actor } = tools
  return {
    async keep(record: PlacedRecord, field: string, made: MadeFile): Promise<Attachment> {
      if (!rulesOf(record, field).types.includes(made.type))
        throw new Error(`${record.ref}.${field} takes no file of the type ${made.type}`)
      const store = storeOf(platform)
      const hash = hashOfContent(made.content)
      const place = store.placeOf(actor.scope.level === 'all' ? '000000' : actor.scope.code.slice(0, 6), hash)
      const file = {
        id: uuidv7(),
        hash,
        name: nameOf(made.name, endingOf(made.type)),
        type: made.type,
        bytes: made.content.byteLength,
      }
      const uploadedAt = platform.clock.now().toISOString()
      await seeingEverything(session, actor.scope, async () => {
        await lockContent(session, place)
        await store.put(place, made.content)
        const line = { ...place, file, record: record.ref, field, rowId: null, uploadedBy: actor.id, uploadedAt }
        await insertAttachment(session, line, platform.crypto)
      })
      return file
    },
    async read({ id }) {
      const places = await seeingEverything(session, actor.scope, () => placesOfAttachments(session, [id]))
      const place = places.get(id)
      if (!place) throw new OpenDpfError('not-found')
      return collect(storeOf(platform).get(place))
    },
  }
}
