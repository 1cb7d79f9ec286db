import { papers, papersServer } from '@opendpf/fixtures'
import { composeResidentId } from '@opendpf/standards'
import { type Call, places, startTestServer, type TestAnswer, type TestServer } from '@opendpf/testing'
import { openPdf } from '@opendpf/typesetter/testing'

export const path = '/api/v1/papers/papers'
export const { paper } = papers.records

export const startPapers = (): Promise<TestServer> => startTestServer({ modules: [papersServer], hasWork: true })

let sequence = 100

/** An ID number of the demo county that no other row of the test has. */
export function freshNumber(): string {
  sequence += 2
  return composeResidentId({ addressCode: '990121', birthDate: '1985-03-07', sequence })
}

/** A letter that may be printed, unless something else is asked for. */
export async function addPaper(
  call: Call,
  values: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly id: string; readonly idNumber: string }> {
  const idNumber = freshNumber()
  const { status, body } = await call('POST', path, {
    addressee: '欧阳示例',
    idNumber,
    finding: '检查所见记录',
    reason: '材料不全',
    medium: 'paper',
    division: places.village,
    ...values,
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return { id: body.id, idNumber }
}

/** One that is decided. */
export async function decided(call: Call, values: Readonly<Record<string, unknown>> = {}) {
  const added = await addPaper(call, values)
  const { status, body } = await call('POST', `${path}/${added.id}/do/decide`, {}, { 'if-match': '"1"' })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return added
}

/** What an answered file says, without the spaces of its layout. */
export async function wordsIn({ bytes }: TestAnswer): Promise<string> {
  return (await openPdf(bytes)).text.replace(/\s/g, '')
}
