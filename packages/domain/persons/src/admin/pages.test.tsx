import '../testing/browser.js'
import { type Call, startTestServer, type TestServer } from '@opendpf/testing'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { personsServer } from '../server/index.js'
import { openPage } from '../testing/open-page.js'
import { add, addPerson, idNumber } from '../testing/people.js'

let server: TestServer
let call: Call
beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer] })
  call = server.as()
})
afterAll(() => server.stop())
afterEach(cleanup)

const patience = { timeout: 10_000 }
const press = async (name: string | RegExp, within_ = screen as Pick<typeof screen, 'findByRole'>) =>
  userEvent.click(await within_.findByRole('button', { name }, patience))

describe('the review of likely duplicates', () => {
  it('leads from the list to two entries side by side, merges them and takes it back', async () => {
    const keep = await addPerson(call, { name: '章比对', idNumber: idNumber('1970-07-07', 11), phone: '19900001001' })
    await addPerson(call, { name: '章必对', idNumber: idNumber('1970-07-07', 13), marital: '20' })
    openPage('/p/persons/duplicates', call)
    const table = await screen.findByRole('table', { name: '疑似重复的人员' }, patience)
    expect(within(table).getByText('姓名读音和出生日期相同')).toBeDefined()
    await userEvent.click(within(table).getByRole('link', { name: /比对章比对和章必对/ }))

    const fields = await screen.findByRole('table', { name: '逐项比对' }, patience)
    const row = (name: string) => within(fields).getByRole('rowheader', { name }).closest('tr') as HTMLElement
    expect(within(row('婚姻状况')).getByText('自动补充')).toBeDefined()
    expect(within(fields).queryByRole('rowheader', { name: '出生日期' })).toBeNull()
    await userEvent.click(within(row('姓名')).getByRole('radio', { name: '二' }))
    await press('合并为一份')
    await press('合并为一份', within(await screen.findByRole('alertdialog', {}, patience)))
    await screen.findByText(/已合并/, {}, patience)
    const merged = (await call('GET', `/api/v1/persons/persons/${keep.id}`)).body
    expect(merged.fields).toMatchObject({ name: '章必对', marital: '20' })

    await press('撤销合并')
    await waitFor(
      async () => expect((await call('GET', `/api/v1/persons/persons/${keep.id}`)).body.fields.name).toBe('章比对'),
      patience,
    )
  })

  it('tells two persons apart, and the pair is gone', async () => {
    const one = await addPerson(call, { name: '云双生', idNumber: idNumber('1971-07-07', 11) })
    const other = await addPerson(call, { name: '云双声', idNumber: idNumber('1971-07-07', 13) })
    const [pair] = (await call('GET', `/api/v1/persons/duplicates?other=${other.id}`)).body.rows
    openPage(`/p/persons/compare?pair=${pair.id}`, call)
    await press('不是同一人')
    await press('不是同一人', within(await screen.findByRole('alertdialog', {}, patience)))
    await screen.findByText('已判定为不是同一人', {}, patience)
    expect((await call('GET', `/api/v1/persons/duplicates/${pair.id}`)).body.fields).toMatchObject({
      person: one.id,
      state: 'not-duplicate',
    })
  })

  it('offers no merge to whoever may only decide', async () => {
    const one = await addPerson(call, { name: '苏只判', idNumber: idNumber('1972-07-07', 11) })
    const other = await addPerson(call, { name: '苏只判', idNumber: idNumber('1972-07-07', 13) })
    openPage(`/p/persons/compare?one=${one.id}&other=${other.id}`, call, ['persons:*.read', 'persons:duplicate.decide'])
    await screen.findByRole('table', { name: '逐项比对' }, patience)
    expect(screen.queryByRole('button', { name: '合并为一份' })).toBeNull()
  })
})

describe('the page of a household', () => {
  it('changes the head, asks for what follows, and says why it cannot', async () => {
    const { id } = await add(call, 'households', { headName: '待定', division: '990121100201' })
    const father = await addPerson(call, { name: '潘父亲', birthDate: '1950-01-01' })
    const son = await addPerson(call, { name: '潘儿子', birthDate: '1980-01-01' })
    await add(call, 'members', { household: id, person: father.id, relation: '01', since: '2000-01-01' })
    await add(call, 'members', { household: id, person: son.id, relation: '20', since: '2000-01-01' })
    openPage(`/m/persons/households/${id}`, call)
    await press('变更户主')
    const dialog = await screen.findByRole('dialog', {}, patience)
    await userEvent.click(within(dialog).getByRole('radio', { name: '潘儿子' }))
    await press('变更户主', within(dialog))
    const summary = await within(dialog).findByRole('region', { name: '提交未成功：有 1 处需要修改' }, patience)
    const relation = within(dialog).getByRole('combobox', { name: /潘父亲与户主的关系/ })
    expect(within(relation.closest('.field') as HTMLElement).getByText('请填写每名成员与户主的关系')).toBeDefined()
    await userEvent.click(within(summary).getByRole('link', { name: '请填写每名成员与户主的关系' }))
    expect(document.activeElement).toBe(relation)
    await userEvent.selectOptions(relation, '父母')
    await press('变更户主', within(dialog))
    await waitFor(
      async () => expect((await call('GET', `/api/v1/persons/households/${id}`)).body.fields.headName).toBe('潘儿子'),
      patience,
    )
  })
})
