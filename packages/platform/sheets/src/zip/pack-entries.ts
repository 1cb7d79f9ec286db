import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

/** One file to put into an archive, its content coming in pieces. */
export interface EntryToPack {
  readonly name: string
  readonly content: Iterable<string> | AsyncIterable<string>
}

// a fixed date makes the same content the same file
const packedAt = '1980-01-01T12:00:00'
const deflated = 8
const compression = 3
const pieceLength = 64 * 1024
const nothing = new Uint8Array(0)

/** Packs files into a zip archive piece by piece; memory does not grow with their size. */
export async function* packEntries(entries: Iterable<EntryToPack>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  for (const { name, content } of entries) {
    const file: ZipInputFile = { filename: name, compression: deflated, crc: 0, size: 0, mtime: packedAt }
    zip.add(file)
    // native compression runs beside our own work; fflate only lays out the archive
    for await (const piece of deflate(measured(file, encoded(content)))) {
      file.ondata?.(null, piece, false)
      yield* ready.splice(0)
    }
    file.ondata?.(null, nothing, true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}

async function* encoded(content: EntryToPack['content']): AsyncGenerator<Uint8Array> {
  let waiting = ''
  for await (const text of content) {
    waiting += text
    if (waiting.length < pieceLength) continue
    yield Buffer.from(waiting)
    waiting = ''
  }
  yield Buffer.from(waiting)
}

async function* measured(file: ZipInputFile, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    file.crc = crc32(piece, file.crc)
    file.size = (file.size ?? 0) + piece.length
    yield piece
  }
}

function deflate(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const input = Readable.from(pieces, { objectMode: true, highWaterMark: 2 })
  const packer = createDeflateRaw({ level: compression, chunkSize: pieceLength })
  input.on('error', (error) => packer.destroy(error))
  packer.on('close', () => input.destroy())
  return input.pipe(packer)
}
