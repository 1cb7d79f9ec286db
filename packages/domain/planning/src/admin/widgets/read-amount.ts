import { readNumber } from '@opendpf/admin'

/** The amount that a text says; what is none, or less than nothing, stays as it is, so that the form refuses it. */
export function readAmount(text: string): unknown {
  const read = readNumber(text)
  return typeof read === 'number' && read < 0 ? text : read
}
