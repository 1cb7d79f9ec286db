import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { isSheetError, SheetError } from '../errors/sheet-error.js'
import { type ByteSource, piecesOf } from '../source/byte-source.js'
import type { ZipEntry } from './zip-directory.js'

const localHeaderLength = 30
const stored = 0
const deflated = 8
const megabyte = 1024 * 1024

/**
 * Unpacks one file of an archive piece by piece.
 *
 * @param limit bytes that may come out at most
 * @throws SheetError FILE_DAMAGED, UNPACKS_TOO_LARGE
 */
export async function* unpackEntry(source: ByteSource, entry: ZipEntry, limit: number): AsyncGenerator<Uint8Array> {
  let unpacked = 0
  try {
    for await (const piece of await unpacking(source, entry)) {
      unpacked += piece.length
      if (unpacked > limit) throw new SheetError('UNPACKS_TOO_LARGE', { limit: Math.floor(limit / megabyte) })
      yield piece
    }
  } catch (error) {
    throw isSheetError(error) ? error : new SheetError('FILE_DAMAGED', {}, { cause: error })
  }
}

/** Unpacks a small part as a whole. */
export async function unpackText(source: ByteSource, entry: ZipEntry, limit: number): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of unpackEntry(source, entry, limit)) text += decoder.decode(piece, { stream: true })
  return text + decoder.decode()
}

async function unpacking(source: ByteSource, entry: ZipEntry): Promise<AsyncIterable<Uint8Array>> {
  const header = await source.read(entry.headerOffset, entry.headerOffset + localHeaderLength)
  if (header.length < localHeaderLength) throw new SheetError('FILE_DAMAGED')
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  const start = entry.headerOffset + localHeaderLength + view.getUint16(26, true) + view.getUint16(28, true)
  const packed = piecesOf(source, start, start + entry.compressedSize)
  if (entry.method === stored) return packed
  if (entry.method !== deflated) throw new SheetError('FILE_DAMAGED')
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 })
  const input = Readable.from(packed, { objectMode: true })
  input.on('error', (error) => inflate.destroy(error))
  inflate.on('close', () => input.destroy())
  return input.pipe(inflate)
}
