import type { FieldsOf } from '@opendpf/kit'
import type { certificates } from '../../contract/index.js'
import { readNumber } from '../certificate/read-number.js'

type CaseFields = FieldsOf<(typeof certificates.records)['case']>

/** What a number is compared with. */
interface Known {
  /** The number of the certificate that the case is about, or the one that was brought from outside. */
  readonly held: string | null
  readonly idNumber: string | null
}

/**
 * Whether a number is the one that a case must get: of the holder, with the category and grade that were found or that there were, and the
 * count of replacements. A lost number is void and counts on; a number for another grade begins anew.
 */
export function fitsNumber(
  number: string,
  { item, category, grade }: Pick<CaseFields, 'item' | 'category' | 'grade'>,
  { held, idNumber }: Known,
): boolean {
  const given = readNumber(number)
  const old = held === null ? undefined : readNumber(held)
  const wanted = { category: category ?? old?.category, grade: grade ?? old?.grade }
  const isSame = old !== undefined && old.category === wanted.category && old.grade === wanted.grade
  const replacement = isSame ? old.replacement + (item === 'reissue-lost' ? 1 : 0) : 0
  return (
    given.residentId.number === idNumber &&
    given.category === wanted.category &&
    given.grade === wanted.grade &&
    given.replacement === replacement
  )
}
