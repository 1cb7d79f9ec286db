import { addDays, daysBetween } from '@opendpf/standards'
import fc from 'fast-check'

/** Business dates within bounds, both included. */
export function dateArbitrary({ from, to }: { readonly from: string; readonly to: string }): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: daysBetween(from, to) }).map((days) => addDays(from, days))
}
