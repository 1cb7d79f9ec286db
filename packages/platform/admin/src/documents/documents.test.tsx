// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
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
  diagnosis: null,
  details: null,
  state: 'checking',
}
const page = '/m/devices/applications/application-0002?tab=documents'
const open = (address = page, permissions: readonly string[] = ['*']) =>
  renderApp(address, {
    permissions,
    fill: (server) => {
      server.insert(sample.applicant, person)
      server.insert(sample.application, application)
    },
  })

/** What a checker finds in the page, but for what needs a layout. */
async function faults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

beforeEach(() => {
  // jsdom makes no addresses of files
  URL.createObjectURL = vi.fn(() => 'blob:printed')
  URL.revokeObjectURL = vi.fn()
})

describe('the documents of a row', () => {
  it('offer a preview and a print, and say why one cannot be made now', async () => {
    await open()
    const receipt = await screen.findByRole('region', { name: '受理回执' })
    const preview = within(receipt).getByRole('link', { name: '预览“受理回执”（在新标签页中打开）' })
    expect(preview).toHaveAttribute('href', '/api/v1/devices/applications/application-0002/documents/receipt/preview')
    expect(preview).toHaveAttribute('target', '_blank')
    const decision = screen.getByRole('region', { name: '决定书' })
    expect(decision).toHaveTextContent('暂不能打印当前状态不能打印这份文书')
    expect(within(decision).queryByRole('button')).toBeNull()
    expect(await faults()).toEqual([])
  })

  it('make a copy, lead to its file, and list it', async () => {
    const { server, user } = await open()
    await user.click(await screen.findByRole('button', { name: '打印“受理回执”' }))
    const file = await screen.findByRole('link', { name: '打开“受理回执”（在新标签页中打开）' })
    expect(file).toHaveAttribute('href', 'blob:printed')
    expect(file).toHaveFocus()
    const copies = await screen.findByRole('table', { name: '“受理回执”的打印记录' })
    expect(within(copies).getAllByRole('row')[1]).toHaveTextContent('第1份')
    expect(copies).toHaveTextContent('张明')
    expect(within(copies).getByRole('link', { name: /再次打开“受理回执”第1份/ })).toHaveAttribute(
      'href',
      '/api/v1/devices/applications/application-0002/documents/receipt/1',
    )
    expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
    expect(await faults()).toEqual([])
  })

  it('are not offered to somebody who may not print', async () => {
    await open(page, ['devices:*.read'])
    expect(await screen.findByRole('tab', { name: '办理进度' })).toBeVisible()
    expect(screen.queryByRole('tab', { name: '打印文书' })).toBeNull()
  })
})

describe('printing for many', () => {
  it('asks which document, and gives one file of all that could be printed', async () => {
    const { server, user } = await open('/m/devices/applications')
    await user.click(await screen.findByRole('button', { name: '批量打印' }))
    const dialog = await screen.findByRole('dialog', { name: '批量打印器具申请的文书' })
    await user.click(within(dialog).getByRole('button', { name: '开始打印' }))
    expect(within(dialog).getByText('请选择要打印的文书')).toBeVisible()
    expect(await faults()).toEqual([])
    await user.click(within(dialog).getByRole('radio', { name: '受理回执' }))
    await user.click(within(dialog).getByRole('button', { name: '开始打印' }))
    expect(await within(dialog).findByText('已生成 2 份，略过 1 条。文件保留 7 天。')).toBeVisible()
    expect(within(dialog).getByRole('link', { name: '打开全部文书（在新标签页中打开）' })).toHaveAttribute(
      'href',
      '/api/v1/devices/applications/documents/receipt/batch-0001',
    )
    expect(server.requests.find(({ url }) => url.endsWith('/documents/receipt'))?.body).toMatchObject({
      query: { filters: {} },
    })
    expect(await faults()).toEqual([])
  })

  it('is not offered where a record has no documents', async () => {
    await open('/m/devices/suppliers')
    expect(await screen.findByRole('button', { name: '导出' })).toBeVisible()
    expect(screen.queryByRole('button', { name: '批量打印' })).toBeNull()
  })
})
