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

/** The month of a day. */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** The month that lies so many after another, or before it. */
export function addMonthsTo(start: string, count: number): string {
  const months = Number(start.slice(0, 4)) * 12 + Number(start.slice(5)) - 1 + count
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** Every month from one to another, both included; none where the first lies after the last. */
export function monthsBetween(first: string, last: string): readonly string[] {
  const found: string[] = []
  for (let at = first; at <= last; at = addMonthsTo(at, 1)) found.push(at)
  return found
}
