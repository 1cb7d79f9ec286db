import {
  composeResidentId,
  type DisabilityCategory,
  type DisabilityGrade,
  formatCertificateNumber,
} from '@opendpf/standards'
import { type Call, places } from '@opendpf/testing'

let sequence = 1

/** A person of the test county with an ID number of their own, and the number of a certificate for each category and grade. */
export async function addHolder(call: Call, birthDate: string, more: Readonly<Record<string, unknown>> = {}) {
  sequence += 2
  const idNumber = composeResidentId({ addressCode: '990121', birthDate, sequence })
  const { status, body } = await call('POST', '/api/v1/persons/persons', {
    name: `证${String.fromCharCode(0x4e00 + 40 * sequence)}人`,
    idNumber,
    division: places.village,
    ...more,
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  const numberOf = (category: DisabilityCategory, grade: DisabilityGrade, replacement = 0): string =>
    formatCertificateNumber({ residentId: idNumber, category, grade, replacement })
  return { id: body.id as string, name: body.fields.name as string, idNumber, numberOf }
}

/** The codes of a refused request, by field. */
export function codesOf(body: {
  readonly errors?: readonly { readonly path: string; readonly code: string }[]
}): readonly string[] {
  return (body.errors ?? []).map(({ path, code }) => `${path}: ${code}`)
}
