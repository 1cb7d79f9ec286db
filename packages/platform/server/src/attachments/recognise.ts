import type { AttachmentType } from '@opendpf/kit'
import { attachmentTypes } from '@opendpf/kit'
import { fileTypeFromBuffer } from 'file-type'

/** What a file is, by its content; undefined for anything that is never taken in. What it is called and what was claimed is no matter. */
export async function recogniseFile(content: Uint8Array): Promise<AttachmentType | undefined> {
  const found = await fileTypeFromBuffer(content)
  if (found === undefined) return isPlainText(content) ? 'text/plain' : undefined
  return (Object.keys(attachmentTypes) as AttachmentType[]).find((type) => type === found.mime)
}

const textEncodings = ['utf-8', 'gb18030'] as const

/** Text of other systems: whole in one of the encodings that they write, without control characters. */
function isPlainText(content: Uint8Array): boolean {
  return textEncodings.some((encoding) => {
    try {
      return !/(?![\t\r\n])\p{Cc}/u.test(new TextDecoder(encoding, { fatal: true }).decode(content))
    } catch {
      return false
    }
  })
}

/** Whether it is a photo in the format that telephones of one maker take by themselves, and that browsers do not show. */
export async function isPhonePhoto(content: Uint8Array): Promise<boolean> {
  const found = await fileTypeFromBuffer(content)
  return found !== undefined && /^image\/hei[cf](-sequence)?$/.test(found.mime)
}

/** The ending that a kind of file has, for one that came without a name. */
export function endingOf(type: AttachmentType): string {
  return attachmentTypes[type][0]
}
