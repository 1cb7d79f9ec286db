/** A file of a row, of now or of its history, that is not what was saved with it. */
export interface AttachmentFinding {
  readonly kind: 'file-missing' | 'file-changed'
  readonly record: string
  readonly recordId: string
  readonly field: string
  readonly file: string
}
