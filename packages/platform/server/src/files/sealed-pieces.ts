import type { FileHandle } from 'node:fs/promises'
import type { Crypto } from '../platform/crypto.js'

const pieceLength = 256 * 1024

/** Where a piece belongs: sealed bytes open at no other place, in no other file, and a file without its last piece is noticed. */
const contextOf = (name: string, index: number, isLast: boolean): string =>
  `file.${name}.${index}${isLast ? '.last' : ''}`

/** Content in sealed pieces of one size, each with its length before it. */
export async function* sealedPieces(
  content: AsyncIterable<Uint8Array>,
  name: string,
  crypto: Crypto,
): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let length = 0
  let index = 0
  const seal = (bytes: Buffer, isLast: boolean): Uint8Array => {
    // the cipher seals text, and base64 is text of any bytes
    const sealed = crypto.seal(bytes.toString('base64'), contextOf(name, index, isLast))
    index += 1
    const head = Buffer.alloc(4)
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
 * The pieces of a stored file, opened one after the other.
 *
 * @throws CryptoError `SEAL_…` at the first piece that is not what was written there
 */
export async function* openPieces(file: FileHandle, name: string, crypto: Crypto): AsyncGenerator<Uint8Array> {
  const { size } = await file.stat()
  let at = 0
  for (let index = 0; ; index++) {
    const head = await readAt(file, at, 4)
    const length = head.length === 4 ? head.readUInt32BE() : 0
    const sealed = await readAt(file, at + 4, Math.min(length, size))
    at += 4 + length
    const isLast = at >= size
    yield Buffer.from(crypto.open(sealed, contextOf(name, index, isLast)), 'base64')
    if (isLast) return
  }
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, at)
  return bytes.subarray(0, bytesRead)
}
