import { PictureError } from './picture-error.js'

const headLength = 12
const chunkHead = 8
/** The bits of an extended WebP that announce Exif and XMP. */
const announced = 0x08 | 0x04

/** A WebP without Exif, XMP and whatever stands behind its end; the picture itself stays as it is. */
export function withoutWebpMetadata(content: Buffer): Buffer {
  const end = content.readUInt32LE(4) + 8
  if (end > content.length || end < headLength) throw new PictureError('a WebP that breaks off')
  const kept: Buffer[] = []
  for (let at = headLength; at < end; ) {
    if (at + chunkHead > end) throw new PictureError('a WebP that breaks off')
    const size = content.readUInt32LE(at + 4)
    const next = at + chunkHead + size + (size % 2)
    if (next > end) throw new PictureError('a WebP that breaks off')
    const chunk = Buffer.from(content.subarray(at, next))
    const kind = chunk.subarray(0, 4).toString('latin1')
    if (kind === 'VP8X' && size > 0) chunk.writeUInt8((chunk[chunkHead] ?? 0) & ~announced, chunkHead)
    if (kind !== 'EXIF' && kind !== 'XMP ') kept.push(chunk)
    at = next
  }
  const body = Buffer.concat(kept)
  const head = Buffer.from(content.subarray(0, headLength))
  head.writeUInt32LE(4 + body.length, 4)
  return Buffer.concat([head, body])
}
