import { provinces } from '../division/provinces.js'

/** The documents that carry an 18-character citizen number with a check digit. */
export type NumberedDocumentType =
  | 'resident-id'
  | 'hk-macao-residence-permit'
  | 'taiwan-residence-permit'
  | 'foreigner-permanent-residence-id'

/**
 * Which document a valid 18-character number belongs to. 810000, 820000 and 830000 are residence permits
 * (国办发〔2018〕81号); 9 followed by a province is a permanent residence ID of the new format.
 */
export function documentTypeOf(number: string): NumberedDocumentType {
  const addressCode = number.slice(0, 6)
  if (addressCode === '810000' || addressCode === '820000') return 'hk-macao-residence-permit'
  if (addressCode === '830000') return 'taiwan-residence-permit'
  // the demonstration province 99 gives 9 followed by 90, which is no province
  if (number.startsWith('9') && provinces.find(number.slice(1, 3))) return 'foreigner-permanent-residence-id'
  return 'resident-id'
}
