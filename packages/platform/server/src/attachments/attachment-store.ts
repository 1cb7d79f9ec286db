import { createHash } from 'node:crypto'
import { cutPieces, openPieces, sealedPieces } from '../files/sealed-pieces.js'
import type { Crypto } from '../platform/crypto.js'
import type { ObjectStore } from './object-store.js'

/** A kept content: once in each county, however often it was brought. */
export interface ContentPlace {
  /** 6 digits. */
  readonly county: string
  /** Keyed digest of the content: whoever sees the store cannot tell whether it holds a file he knows. */
  readonly digest: string
}

/** Attached files, outside the database, sealed, each under the digest of its content. */
export interface AttachmentStore {
  /** Where a content with this SHA-256 lies, whether it does or not. */
  placeOf(county: string, hash: string): ContentPlace
  /** Keeps a content; one that is there already is not written again. */
  put(place: ContentPlace, content: Uint8Array): Promise<void>
  /**
   * The content, piece by piece.
   *
   * @throws OpenDpfError `not-found`; CryptoError `SEAL_…` at the first piece that was altered, moved or cut off
   */
  get(place: ContentPlace): AsyncGenerator<Uint8Array>
  has(place: ContentPlace): Promise<boolean>
  remove(place: ContentPlace): Promise<void>
  /** The content as it lies there: for backups, which need no key. */
  getSealed(place: ContentPlace): AsyncGenerator<Uint8Array>
  putSealed(place: ContentPlace, sealed: Uint8Array): Promise<void>
  /** Seals a content anew unless `isCurrent` says that every piece is sealed as new ones are; answers whether it did. */
  reseal(place: ContentPlace, isCurrent: (sealed: Uint8Array) => boolean): Promise<boolean>
}

/** SHA-256 of a content, in hex. */
export function hashOfContent(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Puts sealing and naming between the platform and a place for objects. */
export function createAttachmentStore(
  objects: ObjectStore,
  crypto: Pick<Crypto, 'seal' | 'open' | 'blind'>,
): AttachmentStore {
  const nameOf = ({ county, digest }: ContentPlace): string => `${county}/${digest}`
  const contextOf = (place: ContentPlace): string => `attachment.${nameOf(place)}`
  const seal = (place: ContentPlace, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Buffer> =>
    collect(sealedPieces(content, contextOf(place), crypto))
  const store: AttachmentStore = {
    placeOf: (county, hash) => ({
      county,
      digest: Buffer.from(crypto.blind(`attachment.${county}`, hash), 'base64url').toString('hex'),
    }),
    async put(place, content) {
      if (!(await store.has(place))) await objects.put(nameOf(place), await seal(place, [content]))
    },
    get: (place) => openPieces(objects.get(nameOf(place)), contextOf(place), crypto),
    has: (place) => objects.has(nameOf(place)),
    remove: (place) => objects.remove(nameOf(place)),
    getSealed: (place) => objects.get(nameOf(place)),
    putSealed: (place, sealed) => objects.put(nameOf(place), sealed),
    async reseal(place, isCurrent) {
      const stored = await collect(objects.get(nameOf(place)))
      let hasOld = false
      for await (const { sealed } of cutPieces(one(stored), contextOf(place))) hasOld ||= !isCurrent(sealed)
      if (hasOld) await objects.put(nameOf(place), await seal(place, openPieces(one(stored), contextOf(place), crypto)))
      return hasOld
    },
  }
  return store
}

/** All pieces of a stream in one. */
export async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
