import { SheetError } from '../errors/sheet-error.js'
import type { TextEncodingName } from '../open/workbook.js'
import { type ByteSource, piecesOf } from '../source/byte-source.js'

const sampleSize = 64 * 1024
const leastNulShare = 0.02

/**
 * Finds the encoding of a text file: by its byte order mark, by the NUL bytes of UTF-16, by being valid UTF-8 from
 * beginning to end, or else by being valid GB18030 (which GBK and GB2312 files are).
 *
 * @throws SheetError TEXT_NOT_READABLE, NOT_A_SPREADSHEET
 */
export async function detectEncoding(source: ByteSource): Promise<TextEncodingName> {
  const sample = await source.read(0, sampleSize)
  const marked = encodingOfMark(sample)
  if (marked) return marked
  const wide = encodingOfNuls(sample)
  if (wide) return wide
  if (await isValid(source, 'utf-8')) return isGbInDisguise(sample) ? 'gb18030' : 'utf-8'
  if (await isValid(source, 'gb18030')) return 'gb18030'
  throw new SheetError('TEXT_NOT_READABLE')
}

function encodingOfMark(bytes: Uint8Array): TextEncodingName | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030'
  return undefined
}

// commas, digits and line ends have a zero high byte in UTF-16; no other text encoding has zero bytes
function encodingOfNuls(bytes: Uint8Array): TextEncodingName | undefined {
  const nuls = [0, 0]
  for (const [i, byte] of bytes.entries()) if (byte === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  if (even + odd === 0) return undefined
  if (Math.max(even, odd) < bytes.length * leastNulShare || Math.min(even, odd) > Math.max(even, odd) / 20) {
    throw new SheetError('NOT_A_SPREADSHEET')
  }
  return odd > even ? 'utf-16le' : 'utf-16be'
}

async function isValid(source: ByteSource, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const piece of piecesOf(source)) decoder.decode(piece, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

// a short GBK text can be valid UTF-8 by chance; then it has two-byte characters only, and reads as plain Chinese in GBK
function isGbInDisguise(sample: Uint8Array): boolean {
  const asUtf8 = new TextDecoder('utf-8').decode(sample, { stream: true })
  const asGb = new TextDecoder('gb18030').decode(sample, { stream: true })
  const foreign = asUtf8.match(/\P{ASCII}/gu) ?? []
  return (
    foreign.length > 1 &&
    foreign.every((character) => character < '\u0800') &&
    !/(?![\u4E00-\u9FFF])\P{ASCII}/u.test(asGb)
  )
}
