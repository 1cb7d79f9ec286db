// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '../testing/render-app.js'
import { person, sample } from '../testing/sample-records.js'

const application = {
  applicant: 'applicant-0001',
  device: 'cane',
  urgency: 'normal',
  quantity: 1,
  appliedOn: '2026-03-02',
  amount: 30_000,
  opinion: null,
  diagnosis: '双下肢功能障碍',
  details: null,
}

const open = (address: string, more: Parameters<typeof renderApp>[1] = {}) =>
  renderApp(address, {
    fill: (server) => {
      server.insert(sample.applicant, person)
      server.insert(sample.application, application)
    },
    ...more,
  })

describe('the page of a row', () => {
  it('shows its sections, its children and its history in tabs', async () => {
    const { user, history } = await open('/m/devices/applicants/applicant-0001')
    expect(await screen.findByRole('region', { name: '身份信息' })).toHaveTextContent('王秀英')
    expect(document.title).toBe('王秀英 - 残联业务平台')
    await user.click(screen.getByRole('tab', { name: '器具申请' }))
    expect(await screen.findByRole('link', { name: '新增器具申请' })).toHaveAttribute(
      'href',
      '/m/devices/applications/new?applicant=applicant-0001',
    )
    expect(await screen.findByRole('row', { name: /盲杖/ })).toHaveTextContent('300.00 元')
    expect(history.location.href).toContain('tab=devices-application')
    await user.click(screen.getByRole('tab', { name: '变更历史' }))
    expect(await screen.findByRole('heading', { name: /第 1 版 · 新增/ })).toBeVisible()
  })

  it('reveals hidden values with a reason that is sent before anything is shown', async () => {
    const { server, user } = await open('/m/devices/applicants/applicant-0001')
    await user.click(await screen.findByRole('button', { name: '显示身份证号码' }))
    const dialog = await screen.findByRole('dialog', { name: '显示完整信息' })
    await user.click(within(dialog).getByRole('button', { name: '显示' }))
    expect(within(dialog).getByRole('radiogroup', { name: /查看原因/ })).toHaveAccessibleDescription('请选择查看原因')
    await user.click(within(dialog).getByLabelText('核对证件信息'))
    await user.click(within(dialog).getByRole('button', { name: '显示' }))
    expect(await screen.findByText('990121196005062221')).toBeVisible()
    expect(server.requests.at(-1)).toMatchObject({
      url: '/api/v1/devices/applicants/applicant-0001/reveal',
      body: { fields: ['idNumber'], reason: '核对证件信息' },
    })
    await user.click(screen.getByRole('button', { name: '隐藏' }))
    expect(screen.queryByText('990121196005062221')).toBeNull()
  })

  it('deletes with a reason, and the note undoes it', async () => {
    const { server, user } = await open('/m/devices/applicants/applicant-0001')
    await user.click(await screen.findByRole('button', { name: '删除' }))
    const dialog = await screen.findByRole('alertdialog', { name: '删除申请人“王秀英”？' })
    await user.type(within(dialog).getByLabelText(/删除原因/), '重复登记')
    await user.click(within(dialog).getByRole('button', { name: '删除' }))
    await screen.findByRole('heading', { level: 1, name: '申请人' })
    expect(server.requests.find(({ url }) => url.endsWith('/remove'))).toMatchObject({ body: { reason: '重复登记' } })
    await user.click(within(await screen.findByRole('region', { name: '通知' })).getByRole('button', { name: '撤销' }))
    expect(await screen.findByRole('heading', { level: 1, name: '王秀英' })).toBeVisible()
  })

  it('says beside the reason what is wrong with it, and leads there', async () => {
    const { user } = await open('/m/devices/applicants/applicant-0001')
    await user.click(await screen.findByRole('button', { name: '删除' }))
    const dialog = await screen.findByRole('alertdialog')
    const reason = within(dialog).getByLabelText(/删除原因/)
    await user.click(reason)
    await user.paste('重复'.repeat(101))
    await user.click(within(dialog).getByRole('button', { name: '删除' }))
    const summary = await within(dialog).findByRole('region', { name: '提交未成功：有 1 处需要修改' })
    expect(summary).toHaveFocus()
    expect(reason).toHaveAccessibleDescription('删除原因不能超过 200 个字')
    await user.click(within(summary).getByRole('link', { name: '删除原因不能超过 200 个字' }))
    expect(reason).toHaveFocus()
    await user.clear(reason)
    await user.type(reason, '重复登记')
    expect(reason).toHaveFocus()
    await user.click(within(dialog).getByRole('button', { name: '删除' }))
    expect(await screen.findByRole('heading', { level: 1, name: '申请人' })).toBeVisible()
  })

  it('offers the steps that lead on, and takes the fields a step needs', async () => {
    const { server, user } = await open('/m/devices/applications/application-0002')
    await user.click(await screen.findByRole('button', { name: '提交审核' }))
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: '提交审核' }))
    await user.click(await screen.findByRole('button', { name: '通过审核' }))
    const dialog = await screen.findByRole('alertdialog', { name: /通过审核/ })
    expect(dialog).toHaveTextContent('办理后状态由“审核中”变为“已通过”')
    await user.click(within(dialog).getByRole('button', { name: '通过审核' }))
    const opinion = within(dialog).getByLabelText(/审核意见/)
    expect(opinion).toHaveFocus()
    expect(opinion).toHaveAccessibleDescription('请填写审核意见')
    await user.type(opinion, '同意')
    await user.click(within(dialog).getByRole('button', { name: '通过审核' }))
    await waitFor(() => expect(screen.getByTestId('live')).toHaveTextContent('已办理：通过审核'))
    expect(server.requests.find(({ url }) => url.endsWith('/do/approve'))).toMatchObject({ body: { opinion: '同意' } })
    expect(screen.queryByRole('button', { name: '通过审核' })).toBeNull()
  })

  it('shows only what the person may do', async () => {
    await open('/m/devices/applicants/applicant-0001', { permissions: ['devices:applicant.read'] })
    await screen.findByRole('heading', { level: 1, name: '王秀英' })
    for (const name of ['删除', '显示完整信息']) expect(screen.queryByRole('button', { name })).toBeNull()
    expect(screen.queryByRole('link', { name: '修改' })).toBeNull()
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['基本信息'])
  })

  it('says what is not there', async () => {
    await open('/m/devices/applicants/nobody')
    expect(await screen.findByRole('alert')).toHaveTextContent('没有找到这条记录')
  })
})

describe('the sheet for printing', () => {
  it('keeps hidden values hidden on paper', async () => {
    await open('/print/devices/applicants/applicant-0001')
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('申请人登记表')
    expect(screen.getByRole('row', { name: /身份证号码/ })).toHaveTextContent('990121********2221')
  })
})
