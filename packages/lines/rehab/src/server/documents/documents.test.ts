import { openPdf } from '@opendpf/typesetter/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rehab } from '../../contract/index.js'
import { openRehabDesk, type RehabDesk } from '../../testing/rehab-desk.js'

const { file, plan, fitting } = rehab.records
let desk: RehabDesk
beforeAll(async () => {
  desk = await openRehabDesk()
})
afterAll(() => desk.server.stop())

/** What a paper says, without blanks. */
async function wordsOf(path: string): Promise<string> {
  const { status, bytes, body } = await desk.clerk('POST', `/api/v1/rehab/${path}`)
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
  const { pages } = await openPdf(bytes)
  return pages.map(({ text }) => text.replace(/\s/g, '')).join('')
}

it('the card tells who the client is, what is planned and what was done, with room for more', async () => {
  const person = await desk.person({ category: '4' })
  const id = await desk.file(person, { number: 'K-2026-7', coordinator: '协调员丙' })
  expect((await desk.clerk('POST', `/api/v1/rehab/files/${id}/documents/card`)).status).toBe(409)
  await desk.assess(id)
  await desk.expectDone(desk.step(plan, await desk.plan(id), 'agree', { agreedOn: '2026-02-20', agreedBy: 'self' }))
  await desk.expectDone(desk.serve(person, await desk.need(person), { servedOn: '2026-03-08', setting: 'home' }))
  const { clientName } = await desk.read(file, id)
  const words = await wordsOf(`files/${id}/documents/card`)
  for (const part of [
    '康复服务卡',
    clientName,
    'K-2026-7',
    '协调员丙',
    '肢体',
    '康复治疗与训练',
    '社区康复',
    '居家康复',
    '2026年3月8日',
  ])
    expect(words).toContain(part)
  // what is to be reached is between the client and those who treat him
  expect(words).not.toContain('能独立行走')
})

it('the receipt tells what somebody got and from where, and of a loan when it is due back', async () => {
  const chair = await desk.device({ model: 'L-18' })
  const from = await desk.stocked(chair, 2)
  const granted = await desk.assessedFitting(await desk.person(), chair)
  expect((await desk.clerk('POST', `/api/v1/rehab/fittings/${granted}/documents/receipt`)).status).toBe(409)
  await desk.expectDone(desk.issue(granted, from, { cost: 60_000, fundPaid: 60_000 }))
  const { clientName } = await desk.read(fitting, granted)
  const words = await wordsOf(`fittings/${granted}/documents/receipt`)
  for (const part of ['辅助器具发放单', clientName, '手动轮椅', 'L-18', '1辆', '县辅具站', '36个月', '600.00元'])
    expect(words).toContain(part)
  const lent = await desk.assessedFitting(await desk.person(), chair, { manner: 'loan' })
  await desk.expectDone(desk.issue(lent, from, { dueBackOn: '2026-09-01' }))
  const loan = await wordsOf(`fittings/${lent}/documents/receipt`)
  for (const part of ['辅助器具借用单', '2026年9月1日']) expect(loan).toContain(part)
})
