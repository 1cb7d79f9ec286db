import * as z from 'zod'

/** The kinds of files that can be attached, and what their names end in. Each is recognised from its content, never from its name. */
export const attachmentTypes = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'application/pdf': ['.pdf'],
  'text/plain': ['.txt', '.csv'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
} as const

export type AttachmentType = keyof typeof attachmentTypes

/** What a field takes that says nothing of kinds: pictures as cameras and scanners make them, and PDF. */
export const usualAttachmentTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const

/** What a field that holds files takes. */
export interface AttachmentRules {
  /** Files in one field. */
  readonly max: number
  readonly types: readonly AttachmentType[]
  /** Bytes of one file. */
  readonly maxBytes: number
}

/** The largest file that a field can take, in megabytes: one file is held in memory while it is taken in. */
export const largestAttachment = 50

/**
 * One attached file, as rows carry it. Whoever writes a row needs to give the id alone; the server fills in the rest. The order of the
 * fields is that in which PostgreSQL keeps the keys of an object, so that a value compares as itself after it was stored.
 */
export const attachmentSchema = z.object({
  id: z.uuid(),
  /** SHA-256 of the content as it is kept, in hex: it ties the file to the audit chain. */
  hash: z.string().max(64).default(''),
  name: z.string().max(200).default(''),
  type: z.string().max(100).default(''),
  bytes: z.int().min(0).default(0),
})
export type Attachment = z.output<typeof attachmentSchema>

/** A list of attached files out of a value that a field holds; what is no file is left out. */
export function attachmentsIn(value: unknown): readonly Attachment[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item) => {
    const result = attachmentSchema.safeParse(item)
    return result.success ? [result.data] : []
  })
}

/** Files whose names and fingerprints are hidden: how many there are and of what kind may be seen, so that each can be asked for. */
export function maskAttachments(value: unknown): readonly Attachment[] {
  return attachmentsIn(value).map((file) => ({ ...file, hash: '', name: '***' }))
}
