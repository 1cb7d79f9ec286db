// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '../testing/render-app.js'
import { fillSample } from '../testing/sample-data.js'

const open = (address: string, count = 60) => renderApp(address, { fill: (server) => fillSample(server, count) })
const live = () => screen.getByTestId('live').textContent?.trim()

describe('a list drawn from a contract', () => {
  it('shows nothing of a register of persons before something is asked', async () => {
    const { server } = await open('/m/devices/applicants')
    expect(await screen.findByText('请先查询')).toBeVisible()
    expect(screen.queryByRole('table')).toBeNull()
    expect(server.requests.filter(({ url }) => url.includes('/devices/applicants'))).toEqual([])
  })

  it('finds by name in the body of a request; the address says nothing of it', async () => {
    const { server, user, history } = await open('/m/devices/applicants')
    await user.type(await screen.findByLabelText(/姓名（汉字、拼音或首字母）/), '王秀英')
    await user.click(screen.getByRole('button', { name: '查询' }))
    expect(await screen.findByRole('table')).toBeVisible()
    expect(history.location.href).toBe('/m/devices/applicants')
    expect(server.requests.at(-1)).toMatchObject({
      method: 'POST',
      url: '/api/v1/devices/applicants/query',
      body: { search: '王秀英' },
    })
    expect(live()).toMatch(/^共 \d+ 条，第 1 页，按姓名升序排列$/)
  })

  it('looks up by number in the body too', async () => {
    const { server, user, history } = await open('/m/devices/applicants')
    await user.selectOptions(await screen.findByLabelText('按号码查找'), 'phone')
    await user.type(screen.getByLabelText(/联系电话（完整号码）/), '13900001003')
    await user.click(screen.getByRole('button', { name: '查询' }))
    expect(await screen.findByRole('table')).toBeVisible()
    expect(server.requests.at(-1)?.body).toMatchObject({ lookup: { field: 'phone', value: '13900001003' } })
    expect(history.location.href).not.toContain('139')
  })

  it('orders by its headings and says so to assistive technology', async () => {
    const { user, history } = await open('/m/devices/applicants?sex=2')
    const table = await screen.findByRole('table', { name: '申请人' })
    expect(within(table).getByRole('columnheader', { name: '姓名' })).toHaveAttribute('aria-sort', 'ascending')
    await user.click(within(table).getByRole('button', { name: '出生日期' }))
    await waitFor(() =>
      expect(within(screen.getByRole('table')).getByRole('columnheader', { name: '出生日期' })).toHaveAttribute(
        'aria-sort',
        'ascending',
      ),
    )
    await user.click(screen.getByRole('button', { name: '出生日期' }))
    await waitFor(() => expect(live()).toMatch(/按出生日期降序排列$/))
    expect(history.location.href).toContain('order=-birthDate')
    expect(history.location.href).toContain('sex=2')
  })

  it('goes on and back through its pages and keeps the conditions', async () => {
    const { user, history } = await open('/m/devices/applicants?within=990121000000')
    await screen.findByRole('table')
    const top = screen.getByRole('navigation', { name: '分页（表格上方）' })
    expect(within(top).getByRole('button', { name: '上一页' })).toHaveAttribute('aria-disabled', 'true')
    await user.click(within(top).getByRole('button', { name: '下一页' }))
    await waitFor(() => expect(live()).toMatch(/^共 60 条，第 2 页/))
    expect(history.location.href).toContain('within=990121000000')
    await user.click(
      within(screen.getByRole('navigation', { name: '分页（表格下方）' })).getByRole('button', { name: '上一页' }),
    )
    await waitFor(() => expect(live()).toMatch(/^共 60 条，第 1 页/))
    expect(history.location.href).not.toContain('cursor')
  })

  it('hides numbers and marks them as hidden', async () => {
    await open('/m/devices/applicants?sex=2')
    const [, row] = within(await screen.findByRole('table')).getAllByRole('row')
    expect(row).toHaveTextContent(/990121\*{8}\w{4}已隐藏部分内容/)
  })

  it('says what an address means that it does not understand', async () => {
    await open('/m/devices/suppliers?phone=139')
    expect(await screen.findByText('地址中的查询条件无法识别，已不采用。')).toBeVisible()
  })

  it('explains a list that is empty', async () => {
    await open('/m/devices/suppliers?kind=lender&isActive=false')
    expect(await screen.findByText('没有符合条件的记录')).toBeVisible()
  })

  it('says that the server cannot be reached, and asks again when told to', async () => {
    const { server, user } = await open('/m/devices/suppliers')
    await screen.findByRole('table')
    server.setDown(true)
    await user.click(screen.getByRole('button', { name: '名称' }))
    const alert = await screen.findByRole('alert', undefined, { timeout: 15_000 })
    expect(alert).toHaveTextContent('连接不上服务器')
    server.setDown(false)
    await user.click(within(alert).getByRole('button', { name: '重试' }))
    expect(await screen.findByRole('table')).toBeVisible()
  })

  it('shows a person without the permission that there is no such page, and no way to it', async () => {
    await renderApp('/m/devices/applicants', { permissions: ['devices:supplier.read'] })
    expect(await screen.findByRole('heading', { level: 1, name: '没有这个页面' })).toBeVisible()
    const nav = screen.getByRole('navigation', { name: '主导航' })
    expect(within(nav).queryByRole('link', { name: '申请人' })).toBeNull()
    expect(within(nav).getByRole('link', { name: '供应单位' })).toBeVisible()
    expect(within(nav).queryByRole('link', { name: '操作日志' })).toBeNull()
  })
})
