import type { AttachmentRules } from '@opendpf/kit'

/** The smallest PNG there is: one transparent point. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** A picture that every field of attached files takes unless it says otherwise. */
export function samplePicture(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(png)
}

/** A file that a field of attached files takes: a picture, or text where it takes none. */
export function sampleFile(rules: Pick<AttachmentRules, 'types'> | undefined): Uint8Array<ArrayBuffer> {
  const isText = rules?.types.includes('text/plain') && !rules.types.includes('image/png')
  return isText ? new TextEncoder().encode('sample\n') : samplePicture()
}
