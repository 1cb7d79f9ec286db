import { PictureError } from './picture-error.js'

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
const applicationFirst = 0xe0
const applicationLast = 0xef
const comment = 0xfe
const orientationTag = 0x0112

/**
 * A JPEG without what a camera tells of the place, the time and itself: Exif, XMP, IPTC, comments, previews, and whatever stands behind
 * its end. The picture itself stays as it is, bit by bit; its colour profile and which way is up stay too.
 */
export function withoutJpegMetadata(content: Buffer): Buffer {
  if (content.readUInt16BE(0) !== 0xff00 + startOfImage) throw new PictureError('no JPEG')
  const kept: Buffer[] = []
  let orientation = 1
  let at = 2
  while (at < content.length) {
    const marker = markerAt(content, at)
    if (marker === endOfImage) break
    const end = endOfSegment(content, at)
    const segment = content.subarray(at, end)
    if (isExif(segment, marker)) orientation = orientationIn(segment.subarray(10)) ?? orientation
    if (isKept(segment, marker)) kept.push(segment)
    at = end
    if (marker !== startOfScan) continue
    const next = endOfScan(content, at)
    kept.push(content.subarray(at, next))
    at = next
  }
  if (kept.length === 0) throw new PictureError('a JPEG without a picture')
  return Buffer.concat([
    Buffer.from([0xff, startOfImage]),
    ...(orientation === 1 ? [] : [orientationSegment(orientation)]),
    ...kept,
    Buffer.from([0xff, endOfImage]),
  ])
}

function markerAt(content: Buffer, at: number): number {
  const marker = content[at + 1]
  if (content[at] !== 0xff || marker === undefined || marker < 0xc0) throw new PictureError('a JPEG that breaks off')
  return marker
}

function endOfSegment(content: Buffer, at: number): number {
  if (at + 4 > content.length) throw new PictureError('a JPEG that breaks off')
  const end = at + 2 + content.readUInt16BE(at + 2)
  if (end < at + 4 || end > content.length) throw new PictureError('a JPEG that breaks off')
  return end
}

/** Where the compressed picture ends: at the next marker that is neither a stuffed byte nor a restart. Scanners forget the last one. */
function endOfScan(content: Buffer, from: number): number {
  for (let at = from; ; at += 1) {
    at = content.indexOf(0xff, at)
    if (at < 0 || at + 1 >= content.length) return content.length
    const next = content[at + 1] ?? 0
    const isPart = next === 0 || (next >= 0xd0 && next <= 0xd7)
    if (next !== 0xff && !isPart) return at
  }
}

function isExif(segment: Buffer, marker: number): boolean {
  return marker === 0xe1 && segment.subarray(4, 10).toString('latin1') === 'Exif\0\0'
}

/** Of what applications add only what the picture's look depends on: JFIF, a colour profile, Adobe's colour space. */
function isKept(segment: Buffer, marker: number): boolean {
  if (marker === comment) return false
  if (marker < applicationFirst || marker > applicationLast) return true
  const says = (words: string): boolean => segment.subarray(4, 4 + words.length).toString('latin1') === words
  return (
    (marker === 0xe0 && says('JFIF')) || (marker === 0xe2 && says('ICC_PROFILE')) || (marker === 0xee && says('Adobe'))
  )
}

/** Which way is up, 1 to 8, from the first directory of an Exif block (TIFF). */
function orientationIn(tiff: Buffer): number | undefined {
  const isLittle = tiff.subarray(0, 2).toString('latin1') === 'II'
  const word = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const start = tiff.length < 8 ? 0 : isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < word(start); entry += 1) {
    const at = start + 2 + entry * 12
    if (word(at) !== orientationTag) continue
    const value = word(at + 8)
    return value >= 1 && value <= 8 ? value : undefined
  }
  return undefined
}

/** An Exif block that says which way is up and nothing else. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(orientationTag, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(2 + 6 + tiff.length, 2)
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff])
}
