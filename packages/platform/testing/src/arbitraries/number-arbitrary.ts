import type { Format } from '@opendpf/kit'
import type { DisabilityCategory, DisabilityGrade } from '@opendpf/standards'
import { composeCreditCode, composeResidentId, formatCertificateNumber } from '@opendpf/standards'
import fc from 'fast-check'
import { dateArbitrary } from './date-arbitrary.js'

// 990121 is allocated to no county: whoever is found by these numbers was made up
const county = '990121'

const digits = (count: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: 10 ** count - 1 }).map((number) => String(number).padStart(count, '0'))

/** Valid numbers of people old enough that whatever a sample says of them came after their birth. */
export function residentIdArbitrary(): fc.Arbitrary<string> {
  return fc
    .tuple(dateArbitrary({ from: '1930-01-01', to: '2014-12-31' }), fc.integer({ min: 0, max: 999 }))
    .map(([birthDate, sequence]) => composeResidentId({ addressCode: county, birthDate, sequence }))
}

/** Valid numbers with a national rule, all of them made up. */
export function numberArbitrary(format: Format): fc.Arbitrary<string> {
  switch (format) {
    case 'resident-id':
      return residentIdArbitrary()
    case 'certificate-number':
      return fc
        .tuple(
          residentIdArbitrary(),
          fc.constantFrom<DisabilityCategory>('1', '2', '3', '4', '5', '6', '7'),
          fc.constantFrom<DisabilityGrade>('1', '2', '3', '4'),
        )
        .map(([residentId, category, grade]) => formatCertificateNumber({ residentId, category, grade }))
    case 'credit-code':
      return digits(8).map((organisation) =>
        composeCreditCode({ authority: '9', category: '1', division: county, organisation }),
      )
    case 'phone':
      return digits(4).map((end) => `1990000${end}`)
    case 'bank-account':
      return digits(12).map((end) => `000000${end}`)
    case 'division-code':
      throw new Error('a division comes from the tree, not from a rule')
  }
}
