import type { Queryable } from '@opendpf/database'
import { isOpenDpfError } from '@opendpf/errors'
import type { Platform } from '../platform/platform.js'
import { nameContext } from './attachment-rows.js'
import type { AttachmentStore, ContentPlace } from './attachment-store.js'
import { collect } from './attachment-store.js'

/** Where the names of files are sealed, for whoever seals everything anew. */
export const attachmentNames = {
  table: 'system_attachment',
  key: ['id'],
  columns: [{ name: 'name', context: nameContext }],
} as const

const page = 1000

/** Every content that a file or a printed copy has, each once, in the order of their names. The session must see everything. */
async function* keptContents(session: Queryable): AsyncGenerator<ContentPlace> {
  let after: readonly [string, string] = ['', '']
  for (;;) {
    const places = await session.query<ContentPlace & Record<string, unknown>>({
      text: `select county, digest from (select county, digest from system_attachment union select county, digest from system_document) kept where (county, digest) > ($1, $2) order by county, digest limit ${page}`,
      values: after,
    })
    yield* places
    const last = places.at(-1)
    if (!last || places.length < page) return
    after = [last.county, last.digest]
  }
}

/**
 * Finds the files that go with a backup of the rows, as they lie in the store: no key is needed for them. One that is missing is told of
 * and left out, since a backup of everything else is better than none.
 */
export function backupOfAttachments(
  store: Pick<AttachmentStore, 'has' | 'getSealed'>,
  onMissing: (place: ContentPlace) => void,
): (session: Queryable) => AsyncGenerator<{ readonly name: string; readonly content: AsyncIterable<Uint8Array> }> {
  return async function* find(session) {
    for await (const place of keptContents(session)) {
      if (await store.has(place)) yield { name: `${place.county}/${place.digest}`, content: store.getSealed(place) }
      else onMissing(place)
    }
  }
}

/** Puts the files of a backup into a store, as they were. */
export function restoreAttachment(
  store: Pick<AttachmentStore, 'putSealed'>,
): (name: string, content: AsyncIterable<Uint8Array>) => Promise<void> {
  return async (name, content) => {
    const [county = '', digest = ''] = name.split('/')
    await store.putSealed({ county, digest }, await collect(content))
  }
}

/**
 * Seals every file that an older key or another suite sealed anew, beside a running server; stopped half-way, it goes on where it was. One
 * that is missing is left to the verification.
 *
 * @returns how many were sealed anew
 */
export async function resealAttachments(
  { pool }: Pick<Platform, 'pool'>,
  store: Pick<AttachmentStore, 'reseal'>,
  isCurrent: (sealed: Uint8Array) => boolean,
): Promise<number> {
  let done = 0
  await pool.use({ level: 'all' }, async (session) => {
    for await (const place of keptContents(session)) {
      const isDone = await store.reseal(place, isCurrent).catch((error: unknown) => {
        if (isOpenDpfError(error) && error.code === 'not-found') return false
        throw error
      })
      if (isDone) done += 1
    }
  })
  return done
}
