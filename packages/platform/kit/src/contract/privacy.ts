import type { FieldMeta } from './field-meta.js'

/** Whether an answer hides the value until somebody reveals it with a reason. */
export function isMasked(meta: FieldMeta): boolean {
  return (meta.privacy === 'S3' || meta.privacy === 'S4') && meta.isOpen !== true
}
