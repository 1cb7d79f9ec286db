import type { RowOf } from '@opendpf/kit'
import type { DocumentContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { formatChineseDate } from '@opendpf/standards'
import { certificates } from '../../contract/index.js'

const { person, guardian } = persons.records
const { case: caseRecord, certificate } = certificates.records

export type Case = RowOf<typeof caseRecord>

/** What the papers of a case are filled in with: the case, the applicant and the guardian, in words. */
export async function fileOf(row: Case, context: DocumentContext) {
  const { read, words } = context
  const applicant = await read.one(person, row.person)
  const guarded = row.guardian === null ? undefined : await read.one(guardian, row.guardian)
  const held = row.certificate === null ? undefined : await read.one(certificate, row.certificate)
  const said = applicant && (await words(person, applicant))
  return {
    row,
    case: await words(caseRecord, row),
    person: said,
    guardian: guarded && (await words(guardian, guarded)),
    /** The certificate that the case is about, if there is one. */
    held,
    /** Where the applicant is registered, the place and then the address within it. */
    address: applicant ? joined(context.placeOf(applicant.division), said?.address ?? '') : '',
    residence: applicant ? joined(context.placeOf(applicant.residenceDivision), said?.residenceAddress ?? '') : '',
    /** The federation of the county: who issues every paper of a case. */
    office: `${context.county}残疾人联合会`,
    today: formatChineseDate(context.today),
    /** As a letter is dated above its seal. */
    sealedOn: formatChineseDate(context.today, 'chinese'),
  }
}

export type CaseFile = Awaited<ReturnType<typeof fileOf>>

/** An address is often entered with its village: what the place ends with and the address begins with is said once. */
function joined(place: string, address: string): string {
  for (let from = 0; from < place.length; from++)
    if (address.startsWith(place.slice(from))) return `${place.slice(0, from)}${address}`
  return `${place}${address}`
}
