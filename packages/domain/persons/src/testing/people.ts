import { composeResidentId } from '@opendpf/standards'
import { type Call, places } from '@opendpf/testing'

/** A made-up ID number of county 990121. */
export function idNumber(birthDate: string, sequence: number): string {
  return composeResidentId({ addressCode: '990121', birthDate, sequence })
}

/** Creates a row through the API and answers its body; anything but 201 fails the test with what the server said. */
export async function add(call: Call, path: string, values: Readonly<Record<string, unknown>>) {
  const { status, body } = await call('POST', `/api/v1/persons/${path}`, values)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body
}

/** Creates a person of one village. */
export function addPerson(call: Call, values: Readonly<Record<string, unknown>>) {
  return add(call, 'persons', { division: places.village, ...values })
}

/** The codes of a refused request, by field. */
export function codesOf(body: {
  readonly errors?: readonly { readonly path: string; readonly code: string }[]
}): readonly string[] {
  return (body.errors ?? []).map(({ path, code }) => `${path}: ${code}`)
}
