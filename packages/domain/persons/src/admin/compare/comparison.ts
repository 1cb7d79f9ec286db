import type { RecordAnswer } from '@opendpf/kit'
import { inputFields } from '@opendpf/kit'
import { persons } from '../../contract/index.js'

/** Which of two entries a value comes from. */
export type Side = 'left' | 'right'

/**
 * How a field stands in two entries: the same, known to one alone (which fills the other), or different, so that somebody chooses.
 * Masked values are never called the same: what is hidden may differ.
 */
export type Difference = 'same' | 'only-left' | 'only-right' | 'different'

export interface ComparedField {
  readonly field: string
  readonly difference: Difference
}

type Entry = Pick<RecordAnswer, 'fields' | 'masked'>

/** Compares two entries field by field, leaving out what neither of them knows. */
export function compareEntries(left: Entry, right: Entry): readonly ComparedField[] {
  return inputFields(persons.records.person).flatMap((field) => {
    const [one, other] = [left.fields[field] ?? null, right.fields[field] ?? null]
    if (one === null && other === null) return []
    return [
      { field, difference: differenceOf(one, other, left.masked.includes(field) || right.masked.includes(field)) },
    ]
  })
}

function differenceOf(one: unknown, other: unknown, isMasked: boolean): Difference {
  if (other === null) return 'only-left'
  if (one === null) return 'only-right'
  return !isMasked && JSON.stringify(one) === JSON.stringify(other) ? 'same' : 'different'
}

/** From which side a field is taken when nobody has chosen: from the kept entry, or from the one that knows it. */
export function sideOf({ difference }: ComparedField, keep: Side, chosen: Side | undefined): Side {
  if (difference === 'only-left') return 'left'
  if (difference === 'only-right') return 'right'
  return chosen ?? keep
}

/** The choices as the server takes them; fields that fill themselves need none. */
export function chosenFields(
  compared: readonly ComparedField[],
  keep: Side,
  chosen: Readonly<Record<string, Side>>,
): Readonly<Record<string, 'keep' | 'drop'>> {
  return Object.fromEntries(
    compared
      .filter(({ difference }) => difference === 'different')
      .map((one) => [one.field, sideOf(one, keep, chosen[one.field]) === keep ? 'keep' : 'drop']),
  )
}
