import { payments } from '@opendpf/payments'
import { persons } from '@opendpf/persons'
import { programmes } from '@opendpf/programmes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../testing/office.js'

const { account } = persons.records
const { batch, line } = payments.records
const { cycle } = programmes.records
let office: Office
beforeAll(async () => {
  office = await openOffice('2026-06-08T02:00:00Z')
})
afterAll(() => office.server.stop())

it('comes back because the bank knows the account by another name, and is paid once the account was mended', async () => {
  await office.offer('nursing')
  const holder = await office.holder('4', '1')
  await office.status(holder.id, 'care-needed')
  const evidence = ['idCard', 'certificate', 'account']
  await office.grant(await office.apply('nursing', holder.id, { evidence }))
  await office.pass(8)

  const month = await office.computed('nursing', '2026-06')
  const first = await office.send(month)
  await office.answer(first, { 1: '户名不符' })
  const [returned] = await office.linesOf(first)
  expect(returned?.fields).toMatchObject({ state: 'returned', returnText: '户名不符', net: 9_500 })
  expect(await office.read(batch, first)).toMatchObject({ paid: 0, returned: 9_500 })

  // an account that has not changed goes back to nobody unasked
  const again = (values: object) => office.clerk('POST', '/api/v1/payments/reissues', { batch: first, ...values })
  expect((await again({})).body.errors).toMatchObject([{ code: 'line.problem.sameAccount' }])
  await office.change(account, holder.account, { number: '6222000000009999' })
  const { batch: second } = await office.done(again({}))
  await office.answer(await office.transfer(second))
  expect((await office.linesOf(second)).map(({ fields }) => [fields['state'], fields['net']])).toEqual([
    ['paid', 9_500],
  ])
  expect(await office.read(line, returned?.id ?? '')).toMatchObject({ state: 'replaced' })
  expect(await office.read(cycle, month)).toMatchObject({ state: 'paid', amount: 9_500 })
})
