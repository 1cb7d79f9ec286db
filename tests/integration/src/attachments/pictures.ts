const bytes = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

const segment = (marker: number, body: Buffer): Buffer =>
  bytes([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff], body.toString('latin1'))

/** An Exif block with an orientation and words that must not stay. */
const exif = (orientation: number): Buffer =>
  bytes(
    'Exif\0\0MM\0*',
    [0, 0, 0, 8, 0, 1],
    [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    [0, 0, 0, 0],
    'GPSLatitude 39.9042',
  )

/** A JPEG as a phone makes it: which way is up, where it was taken, a preview behind its end. It is no picture to look at. */
export function phonePhoto({ orientation = 6, picture = 'picture' } = {}): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    bytes(
      [0xff, 0xd8],
      segment(0xe1, exif(orientation)).toString('latin1'),
      segment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])).toString('latin1'),
      segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPS</x:xmpmeta>')).toString('latin1'),
      segment(0xed, bytes('Photoshop 3.0\0IPTC GPS')).toString('latin1'),
      segment(0xfe, bytes('comment GPS')).toString('latin1'),
      segment(0xdb, bytes(Array.from({ length: 65 }, () => 1))).toString('latin1'),
      segment(0xda, bytes([1, 1, 0, 0, 63, 0])).toString('latin1'),
      picture,
      [0xff, 0x00, 0xff, 0xd0],
      'more',
      [0xff, 0xd9],
      'preview with GPS',
    ),
  )
}

/** A PDF of one line. */
export function smallPdf(text = 'scan'): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`))
}

/** The file that every scanner takes for malware, by agreement; put together here so that none finds it in this folder. */
export function eicar(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('')),
  )
}

/** The beginning of a photo as an iPhone takes it: a file of boxes whose brand is `heic`. */
export function iphonePhoto(): Uint8Array<ArrayBuffer> {
  const box = Buffer.alloc(24)
  box.writeUInt32BE(24, 0)
  box.write('ftypheic', 4)
  box.write('mif1heic', 16)
  return new Uint8Array(box)
}
