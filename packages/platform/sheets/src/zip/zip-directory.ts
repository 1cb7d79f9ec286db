import { SheetError } from '../errors/sheet-error.js'
import type { ByteSource } from '../source/byte-source.js'

/** One file inside a zip archive. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly compressedSize: number
  /** As the archive claims; only what is really unpacked counts against the limit. */
  readonly claimedSize: number
  readonly headerOffset: number
}

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const entrySignature = 0x02014b50
const endLength = 22
const longestComment = 0xffff
const mostEntries = 10_000
const encryptedFlag = 1

/**
 * Reads the directory at the end of a zip archive, so that one part can be opened without reading the others.
 *
 * @throws SheetError FILE_DAMAGED, FILE_ENCRYPTED
 */
export async function readZipDirectory(source: ByteSource): Promise<ReadonlyMap<string, ZipEntry>> {
  const { offset, length } = await findDirectory(source)
  const bytes = await source.read(offset, offset + length)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, ZipEntry>()
  for (let at = 0; at + 46 <= bytes.length && view.getUint32(at, true) === entrySignature; ) {
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
    if (next > bytes.length || entries.size >= mostEntries) throw new SheetError('FILE_DAMAGED')
    if (view.getUint16(at + 8, true) & encryptedFlag) throw new SheetError('FILE_ENCRYPTED')
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')
    entries.set(name.replace(/^\//, ''), {
      name,
      method: view.getUint16(at + 10, true),
      ...sizesOf(view, { at, extra: at + 46 + nameLength, extraLength }),
    })
    at = next
  }
  if (entries.size === 0) throw new SheetError('FILE_DAMAGED')
  return entries
}

async function findDirectory(source: ByteSource): Promise<{ offset: number; length: number }> {
  const from = Math.max(0, source.size - endLength - longestComment)
  const tail = await source.read(from, source.size)
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength)
  for (let at = tail.length - endLength; at >= 0; at--) {
    if (view.getUint32(at, true) !== endSignature) continue
    const found = { offset: view.getUint32(at + 16, true), length: view.getUint32(at + 12, true) }
    if (found.offset !== 0xffffffff && found.length !== 0xffffffff) return checked(found, source)
    return checked(await findDirectory64(source, { view, at }), source)
  }
  throw new SheetError('FILE_DAMAGED')
}

async function findDirectory64(source: ByteSource, end: { view: DataView; at: number }) {
  if (end.at < 20) throw new SheetError('FILE_DAMAGED')
  const offset = Number(end.view.getBigUint64(end.at - 12, true))
  const record = await source.read(offset, offset + 56)
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength)
  if (record.length < 56 || view.getUint32(0, true) !== end64Signature) throw new SheetError('FILE_DAMAGED')
  return { offset: Number(view.getBigUint64(48, true)), length: Number(view.getBigUint64(40, true)) }
}

function checked(found: { offset: number; length: number }, source: ByteSource) {
  if (found.offset + found.length > source.size) throw new SheetError('FILE_DAMAGED')
  return found
}

// sizes of 0xffffffff stand in a zip64 extra field, in this order and only where needed
function sizesOf(view: DataView, place: { at: number; extra: number; extraLength: number }) {
  const sizes = [
    view.getUint32(place.at + 24, true),
    view.getUint32(place.at + 20, true),
    view.getUint32(place.at + 42, true),
  ]
  for (let at = place.extra; at + 4 <= place.extra + place.extraLength; ) {
    const length = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 1) {
      let field = at + 4
      for (let i = 0; i < sizes.length && field + 8 <= at + 4 + length; i++) {
        if (sizes[i] !== 0xffffffff) continue
        sizes[i] = Number(view.getBigUint64(field, true))
        field += 8
      }
    }
    at += 4 + length
  }
  const [claimedSize = 0, compressedSize = 0, headerOffset = 0] = sizes
  return { claimedSize, compressedSize, headerOffset }
}
