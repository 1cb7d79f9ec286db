import { CryptoError } from '@opendpf/database/crypto'
import type { Crypto } from '../platform/crypto.js'

const pieceLength = 256 * 1024
const headLength = 4
/** A piece in base64 with room for what any suite adds: a length beyond it was not written here. */
const sealedAtMost = 2 * pieceLength

/** Where a piece belongs: sealed bytes open at no other place, in no other file, and a file without its last piece is noticed. */
const contextOf = (name: string, index: number, isLast: boolean): string =>
  `file.${name}.${index}${isLast ? '.last' : ''}`

/** Content in sealed pieces of one size, each with its length before it. */
export async function* sealedPieces(
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  name: string,
  crypto: Pick<Crypto, 'seal'>,
): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let length = 0
  let index = 0
  const seal = (bytes: Buffer, isLast: boolean): Uint8Array => {
    // the cipher seals text, and base64 is text of any bytes
    const sealed = crypto.seal(bytes.toString('base64'), contextOf(name, index, isLast))
    index += 1
    const head = Buffer.alloc(headLength)
    head.writeUInt32BE(sealed.length)
    return Buffer.concat([head, sealed])
  }
  for await (const bytes of content) {
    waiting.push(bytes)
    length += bytes.byteLength
    if (length <= pieceLength) continue
    const all = Buffer.concat(waiting)
    let at = 0
    for (; all.length - at > pieceLength; at += pieceLength) yield seal(all.subarray(at, at + pieceLength), false)
    waiting = [all.subarray(at)]
    length = all.length - at
  }
  yield seal(Buffer.concat(waiting), true)
}

/**
 * The pieces of a stored file, opened one after the other as they come.
 *
 * @throws CryptoError `SEAL_…` at the first piece that is not what was written there
 */
export async function* openPieces(
  stored: AsyncIterable<Uint8Array>,
  name: string,
  crypto: Pick<Crypto, 'open'>,
): AsyncGenerator<Uint8Array> {
  let index = 0
  for await (const { sealed, isLast } of cutPieces(stored, name)) {
    yield Buffer.from(crypto.open(sealed, contextOf(name, index, isLast)), 'base64')
    index += 1
  }
}

/** The sealed pieces of a stored file, without their lengths; the last one is what nothing comes after. */
export async function* cutPieces(
  stored: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<{ readonly sealed: Buffer; readonly isLast: boolean }> {
  let rest = Buffer.alloc(0)
  let waiting: Buffer | undefined
  for await (const bytes of stored) {
    rest = Buffer.concat([rest, bytes])
    for (;;) {
      const length = rest.length < headLength ? undefined : rest.readUInt32BE()
      if (length !== undefined && length > sealedAtMost) throw new CryptoError('SEAL_BROKEN', { context: name })
      if (length === undefined || rest.length < headLength + length) break
      if (waiting) yield { sealed: waiting, isLast: false }
      waiting = rest.subarray(headLength, headLength + length)
      rest = rest.subarray(headLength + length)
    }
  }
  if (!waiting || rest.length > 0) throw new CryptoError('SEAL_BROKEN', { context: name })
  yield { sealed: waiting, isLast: true }
}
