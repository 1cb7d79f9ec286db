import { PictureError } from './picture-error.js'

const signature = 8
const frame = 12
const dropped = new Set(['eXIf', 'iTXt', 'tEXt', 'zTXt', 'tIME', 'dSIG'])

/** A PNG without its texts, times, Exif block and whatever stands behind its end; the picture itself stays as it is. */
export function withoutPngMetadata(content: Buffer): Buffer {
  const kept = [content.subarray(0, signature)]
  for (let at = signature; ; ) {
    if (at + frame > content.length) throw new PictureError('a PNG that breaks off')
    const end = at + frame + content.readUInt32BE(at)
    if (end > content.length) throw new PictureError('a PNG that breaks off')
    const kind = content.subarray(at + 4, at + 8).toString('latin1')
    if (!dropped.has(kind)) kept.push(content.subarray(at, end))
    if (kind === 'IEND') return Buffer.concat(kept)
    at = end
  }
}
