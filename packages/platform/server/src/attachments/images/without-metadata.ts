import type { AttachmentType } from '@opendpf/kit'
import { withoutJpegMetadata } from './jpeg.js'
import { withoutPngMetadata } from './png.js'
import { withoutWebpMetadata } from './webp.js'

/**
 * A picture as it is kept: a photo from a phone says where and when it was taken, which is nobody's business here. Other files stay as they are.
 *
 * @throws PictureError when the parts of the file do not fit together
 */
export function withoutMetadata(type: AttachmentType, content: Buffer): Buffer {
  switch (type) {
    case 'image/jpeg':
      return withoutJpegMetadata(content)
    case 'image/png':
      return withoutPngMetadata(content)
    case 'image/webp':
      return withoutWebpMetadata(content)
    case 'application/pdf':
    case 'text/plain':
    case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
      return content
  }
}
