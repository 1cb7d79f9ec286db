import { documentTypeOf, parseResidentId } from '@opendpf/standards'

/** What an ID number says of its holder, in the codes of the register. */
export interface IdentityFacts {
  readonly birthDate: string
  /** GB/T 2261.1 */
  readonly sex: '1' | '2'
  readonly idType: string
  /** Nobody is born after today. */
  readonly isFuture: boolean
}

/** Reads a number that has passed the contract's validation. */
export function readIdentity(idNumber: string, today: string): IdentityFacts {
  const read = parseResidentId(idNumber, { today: '9999-12-31' })
  if (!read.ok) throw new RangeError('an ID number that was not validated')
  const { birthDate, sex } = read.value
  return {
    birthDate,
    sex: sex === 'male' ? '1' : '2',
    idType: documentTypeOf(read.value.number),
    isFuture: birthDate > today,
  }
}
