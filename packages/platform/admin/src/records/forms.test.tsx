// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '../testing/render-app.js'
import { person, sample } from '../testing/sample-records.js'

const save = () => screen.getByRole('button', { name: '保存' })

async function fillPerson(user: Awaited<ReturnType<typeof renderApp>>['user'], name = '李建国') {
  await user.type(await screen.findByLabelText(/^姓名/), name)
  await user.type(screen.getByLabelText(/^身份证号码/), '9901 2119 6005 0622 21')
  await user.selectOptions(screen.getByLabelText(/^性别/), '2')
  await user.type(screen.getByLabelText(/^出生日期/), '19600506')
  await user.click(within(screen.getByRole('radiogroup', { name: /独居/ })).getByLabelText('是'))
}

describe('the form for a new row', () => {
  it('leads from the summary to each field and lets errors go while they are repaired', async () => {
    const { user } = await renderApp('/m/devices/applicants/new')
    await screen.findByLabelText(/^姓名/)
    await user.click(save())
    const summary = await screen.findByRole('region', { name: '提交未成功：有 5 处需要修改' })
    expect(summary).toHaveFocus()
    const links = within(summary).getAllByRole('link')
    expect(links.map((link) => link.textContent)).toEqual([
      '请填写姓名',
      '请填写身份证号码',
      '请选择性别',
      '请填写出生日期',
      '请选择独居',
    ])
    await user.click(within(summary).getByRole('link', { name: '请填写姓名' }))
    const name = screen.getByLabelText(/^姓名/)
    expect(name).toHaveFocus()
    expect(name).toHaveAccessibleDescription('请填写姓名')
    expect(name).toHaveAttribute('aria-invalid', 'true')
    await user.type(name, '李')
    expect(name).not.toHaveAttribute('aria-invalid')
  })

  it('reads dates as people write them and shows what it understood', async () => {
    const { user } = await renderApp('/m/devices/applicants/new')
    const date = await screen.findByLabelText(/^出生日期/)
    await user.type(date, '２０２４年5月6日')
    expect(screen.getByText('2024年5月6日')).toBeVisible()
    await user.tab()
    expect(date).toHaveValue('2024-05-06')
  })

  it('is not sent by Enter in a list of options, open or closed', async () => {
    const { server, user } = await renderApp('/m/devices/applicants/new')
    const group = await screen.findByRole('combobox', { name: /^民族/ })
    await user.click(group)
    await user.keyboard('{Escape}{Enter}')
    expect(screen.queryByRole('region', { name: /^提交未成功/ })).toBeNull()
    await user.type(group, '藏')
    await user.keyboard('{ArrowDown}{Enter}')
    expect(group).toHaveValue('藏族')
    expect(server.requests.filter(({ method }) => method === 'POST')).toEqual([])
    expect(screen.queryByRole('region', { name: /^提交未成功/ })).toBeNull()
  })

  it.each([
    ['leaves the box', '{Tab}'],
    ['presses Enter with the list closed', '{Escape}{Enter}'],
  ])('takes an option that somebody typed out in full when he %s', async (_, keys) => {
    const { user } = await renderApp('/m/devices/applicants/new')
    const group = await screen.findByRole('combobox', { name: /^民族/ })
    await user.type(group, '藏族')
    await user.keyboard(keys)
    await user.tab()
    await waitFor(() => expect(group).toHaveValue('藏族'))
    await user.clear(group)
    await user.type(group, '藏族人')
    await user.tab()
    // what is no option is not kept
    await waitFor(() => expect(group).toHaveValue(''))
  })

  it('saves once under one key, shows the new row and says so', async () => {
    const { server, user, history } = await renderApp('/m/devices/applicants/new')
    await fillPerson(user)
    await user.click(save())
    expect(await screen.findByRole('heading', { level: 1, name: '李建国' })).toHaveFocus()
    expect(history.location.pathname).toMatch(/^\/m\/devices\/applicants\/applicant-/)
    expect(screen.getByTestId('live')).toHaveTextContent('已新增“李建国”')
    const [post, ...more] = server.requests.filter(
      ({ method, url }) => method === 'POST' && url === '/api/v1/devices/applicants',
    )
    expect(more).toEqual([])
    expect(post?.headers.get('idempotency-key')).toMatch(/^[\w-]{20,}$/)
    expect(post?.body).toMatchObject({
      name: '李建国',
      birthDate: '1960-05-06',
      livesAlone: true,
      note: null,
      division: '990121000000',
    })
  })

  it('shows a likely duplicate before anything is written, and writes when told again', async () => {
    const { server, user } = await renderApp('/m/devices/applicants/new', {
      fill: (fake) => fake.insert(sample.applicant, person),
    })
    await fillPerson(user, '王秀英')
    await user.click(save())
    expect(await screen.findByRole('region', { name: '保存前请核对：有 1 处提醒' })).toHaveTextContent(
      '已有同名记录“王秀英”',
    )
    const written = () =>
      server.requests.filter(({ method, url }) => method === 'POST' && url === '/api/v1/devices/applicants').length
    expect(written()).toBe(0)
    await user.click(screen.getByRole('button', { name: '已核对，仍然保存' }))
    await screen.findByRole('heading', { level: 1, name: '王秀英' })
    expect(written()).toBe(1)
  })

  it('asks before it is left, and gives back the draft of the same person', async () => {
    const { user } = await renderApp('/m/devices/suppliers/new')
    await user.type(await screen.findByLabelText(/^名称/), '青山')
    await user.click(screen.getByRole('button', { name: '取消' }))
    const dialog = await screen.findByRole('alertdialog', { name: '离开后，填写的内容不会保存' })
    await user.click(within(dialog).getByRole('button', { name: '留在本页' }))
    expect(screen.getByLabelText(/^名称/)).toHaveValue('青山')
    await waitFor(() =>
      expect(Object.keys(globalThis.sessionStorage)).toContain('opendpf.draft:u1:devices.supplier:new'),
    )
  })
})

describe('the form for a stored row', () => {
  const address = '/m/devices/applicants/applicant-0001/edit'
  const fill = {
    fill: (fake: Parameters<NonNullable<Parameters<typeof renderApp>[1]>['fill'] & object>[0]) =>
      void fake.insert(sample.applicant, person),
  }

  it('sends only what changed, and never a mask', async () => {
    const { server, user } = await renderApp(address, fill)
    const name = await screen.findByLabelText(/^姓名/)
    expect(name).toHaveValue('王秀英')
    expect(screen.queryByLabelText(/^身份证号码/, { selector: 'input' })).toBeNull()
    expect(screen.getByRole('button', { name: '重新填写身份证号码' })).toHaveAccessibleDescription(/990121\*{8}2221/)
    await user.clear(name)
    await user.type(name, '王秀兰')
    await user.click(save())
    await screen.findByRole('heading', { level: 1, name: '王秀兰' })
    const patch = server.requests.find(({ method }) => method === 'PATCH')
    expect(patch?.body).toEqual({ name: '王秀兰' })
    expect(patch?.headers.get('if-match')).toBe('"1"')
  })

  it('keeps what was typed when somebody else was faster, and shows both', async () => {
    const { server, user } = await renderApp(address, fill)
    const name = await screen.findByLabelText(/^姓名/)
    server.touch(sample.applicant, 'applicant-0001', { name: '王秀珍', children: 5 })
    await user.clear(name)
    await user.type(name, '王秀兰')
    await user.click(save())
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('这条记录已被他人修改')
    await waitFor(() => expect(alert).toHaveTextContent('李华修改了这条记录'))
    expect(within(alert).getByRole('row', { name: /姓名/ })).toHaveTextContent(/王秀珍.*王秀兰/)
    await user.click(within(alert).getByRole('button', { name: '按最新版本继续保存' }))
    expect(screen.getByLabelText(/^姓名/)).toHaveValue('王秀兰')
    expect(screen.getByLabelText(/^子女数/)).toHaveValue('5')
    await user.click(save())
    await screen.findByRole('heading', { level: 1, name: '王秀兰' })
    expect(
      server.requests
        .filter(({ method }) => method === 'PATCH')
        .at(-1)
        ?.headers.get('if-match'),
    ).toBe('"2"')
  })

  it('goes on after the session ended, with what was typed', async () => {
    const { server, user } = await renderApp(address, fill)
    const name = await screen.findByLabelText(/^姓名/)
    await user.clear(name)
    await user.type(name, '王秀兰')
    server.endSession()
    await user.click(save())
    const dialog = await screen.findByRole('dialog', { name: '登录已过期，请重新登录' })
    await user.type(within(dialog).getByLabelText(/^密码/, { selector: 'input' }), 'a long test password')
    await user.click(within(dialog).getByRole('button', { name: '登录' }))
    expect(await screen.findByRole('heading', { level: 1, name: '王秀兰' })).toBeVisible()
  })
})
