import type { FieldOptions } from '@opendpf/kit'
import { metaOf, text } from '@opendpf/kit'

const pattern = /^\d{4}-(0[1-9]|1[0-2])$/

/** A month, `YYYY-MM`. Compared and ordered as text. */
export function month(options: FieldOptions = {}) {
  const schema = text({ ...options, max: 7 })
  return schema.regex(pattern).meta({ opendpf: metaOf(schema) })
}

/** Whether a text is a month. */
export function isMonth(text: string): boolean {
  return pattern.test(text)
}
