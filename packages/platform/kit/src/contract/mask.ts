import { maskBankAccount, maskCertificateNumber, maskPhone, maskResidentId } from '@opendpf/standards'
import { maskAttachments } from './attachments.js'
import type { FieldMeta } from './field-meta.js'
import { isMasked } from './privacy.js'

/** How a masked value is shown: enough to tell two apart on the screen where a rule allows it, nothing otherwise. */
export function maskValue(meta: FieldMeta, value: unknown): string {
  if (typeof value !== 'string') return '***'
  switch (meta.format) {
    case 'resident-id':
      return maskResidentId(value)
    case 'certificate-number':
      return maskCertificateNumber(value)
    case 'phone':
      return maskPhone(value)
    case 'bank-account':
      return maskBankAccount(value)
    default:
      return '***'
  }
}

/** A value as somebody sees it who has given no reason: of files their number, kind and size stay. */
export function hideValue(meta: FieldMeta, value: unknown): unknown {
  return meta.kind === 'attachments' ? maskAttachments(value) : maskValue(meta, value)
}

/** Masks the fields of one row that the reader may not see in full, and names them. */
export function maskFields(
  fields: readonly { readonly name: string; readonly meta: FieldMeta }[],
  values: Readonly<Record<string, unknown>>,
): { readonly values: Readonly<Record<string, unknown>>; readonly masked: readonly string[] } {
  const shown: Record<string, unknown> = { ...values }
  const masked: string[] = []
  for (const { name, meta } of fields) {
    if (!isMasked(meta) || shown[name] === null || shown[name] === undefined) continue
    shown[name] = hideValue(meta, shown[name])
    masked.push(name)
  }
  return { values: shown, masked }
}
