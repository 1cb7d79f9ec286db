import { fc, it as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { withoutJpegMetadata } from './jpeg.js'
import { PictureError } from './picture-error.js'
import { withoutPngMetadata } from './png.js'
import { withoutWebpMetadata } from './webp.js'

const bytes = (...parts: readonly (string | readonly number[] | Buffer)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
const whole = (value: number, isLittle = false): Buffer => {
  const buffer = Buffer.alloc(4)
  if (isLittle) buffer.writeUInt32LE(value)
  else buffer.writeUInt32BE(value)
  return buffer
}
const damaged = (work: () => unknown): boolean => {
  try {
    work()
    return false
  } catch (error) {
    if (error instanceof PictureError || error instanceof RangeError) return true
    throw error
  }
}

describe('a JPEG', () => {
  const segment = (marker: number, body: Buffer): Buffer =>
    bytes([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255], body)
  const start = bytes([0xff, 0xd8])
  const end = bytes([0xff, 0xd9])
  const jfif = segment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0]))
  const profile = segment(0xe2, bytes('ICC_PROFILE\0colours'))
  const adobe = segment(0xee, bytes('Adobe', [0, 100, 0, 0, 0, 0, 1]))
  const table = segment(0xdb, Buffer.alloc(65, 1))
  const scan = bytes(segment(0xda, bytes([1, 1, 0, 0, 63, 0])), 'data', [0xff, 0, 0xff, 0xd3, 0xff, 0xff, 0], 'more')
  const exif = (orientation: number, isLittle: boolean): Buffer => {
    const entry = isLittle
      ? bytes([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0])
      : bytes([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0])
    const head = isLittle ? bytes('II*\0', [8, 0, 0, 0, 1, 0]) : bytes('MM\0*', [0, 0, 0, 8, 0, 1])
    return segment(0xe1, bytes('Exif\0\0', head, entry, 'secret'))
  }

  it.each([true, false])('keeps its picture, its colours and which way is up (little-endian: %s)', (isLittle) => {
    const photo = bytes(start, exif(8, isLittle), jfif, profile, adobe, table, scan, table, scan, end, 'secret')
    const kept = withoutJpegMetadata(photo)
    expect(kept.includes('secret')).toBe(false)
    expect(kept.subarray(38)).toEqual(bytes(jfif, profile, adobe, table, scan, table, scan, end))
    // what is kept is kept as it is when it comes again
    expect(withoutJpegMetadata(kept)).toEqual(kept)
  })

  it('that stands upright has no Exif at all', () => {
    expect(withoutJpegMetadata(bytes(start, exif(1, false), table, scan, end))).toEqual(bytes(start, table, scan, end))
    expect(withoutJpegMetadata(bytes(start, table, scan))).toEqual(bytes(start, table, scan, end))
  })

  it('loses what other applications add', () => {
    const others = [
      segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0secret')),
      segment(0xe2, bytes('MPF\0secret')),
      segment(0xed, bytes('Photoshop 3.0\0secret')),
      segment(0xe0, bytes('JFXX\0secret')),
      segment(0xfe, bytes('secret')),
    ]
    expect(withoutJpegMetadata(bytes(start, ...others, table, scan, end))).toEqual(bytes(start, table, scan, end))
  })

  property.prop([fc.uint8Array({ maxLength: 200 })])('of any bytes is a picture or is refused', (noise) => {
    const answer = damaged(() => withoutJpegMetadata(bytes(start, Buffer.from(noise))))
    expect(typeof answer).toBe('boolean')
  })

  it('that breaks off before its picture is refused', () => {
    const photo = bytes(start, jfif, table)
    for (let length = 0; length < photo.length; length += 1)
      if (![2, 2 + jfif.length].includes(length))
        expect([length, damaged(() => withoutJpegMetadata(photo.subarray(0, length)))]).toEqual([length, true])
    expect(damaged(() => withoutJpegMetadata(start))).toBe(true)
  })
})

describe('a PNG', () => {
  const chunk = (kind: string, body: string): Buffer => bytes(whole(body.length), kind, body, [1, 2, 3, 4])
  const signature = bytes([0x89], 'PNG\r\n\x1a\n')
  const [head, data, colours, end] = [
    chunk('IHDR', 'x'.repeat(13)),
    chunk('IDAT', 'data'),
    chunk('iCCP', 'p'),
    chunk('IEND', ''),
  ]

  it('keeps its picture and its colours, and loses its texts', () => {
    const texts = ['eXIf', 'iTXt', 'tEXt', 'zTXt', 'tIME', 'dSIG'].map((kind) => chunk(kind, 'secret'))
    expect(withoutPngMetadata(bytes(signature, head, colours, ...texts, data, end, 'secret'))).toEqual(
      bytes(signature, head, colours, data, end),
    )
  })

  it('that breaks off is refused, wherever it does', () => {
    const picture = bytes(signature, head, data, end)
    for (let length = 0; length < picture.length; length += 1)
      expect(damaged(() => withoutPngMetadata(picture.subarray(0, length)))).toBe(true)
  })
})

describe('a WebP', () => {
  const chunk = (kind: string, body: Buffer): Buffer =>
    bytes(kind, whole(body.length, true), body, body.length % 2 === 1 ? [0] : [])
  const file = (...chunks: readonly Buffer[]): Buffer => {
    const body = bytes('WEBP', ...chunks)
    return bytes('RIFF', whole(body.length, true), body)
  }
  const extended = (flags: number): Buffer => chunk('VP8X', bytes([flags, 0, 0, 0, 1, 0, 0, 1, 0, 0]))
  const picture = chunk('VP8 ', bytes('odd'))

  it('keeps its picture, loses Exif and XMP, and no longer announces them', () => {
    const photo = bytes(
      file(extended(0x3c), picture, chunk('EXIF', bytes('secret')), chunk('XMP ', bytes('secret'))),
      'secret',
    )
    expect(withoutWebpMetadata(photo)).toEqual(file(extended(0x30), picture))
  })

  it('that breaks off is refused, wherever it does', () => {
    const photo = file(extended(0), picture)
    for (let length = 0; length < photo.length; length += 1)
      expect(damaged(() => withoutWebpMetadata(photo.subarray(0, length)))).toBe(true)
  })
})
