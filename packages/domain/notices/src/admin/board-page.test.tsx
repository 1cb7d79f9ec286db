// @vitest-environment jsdom
import { adminAt } from '@opendpf/admin/page-testing'
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { noticesAdmin } from './notices-admin.js'

afterEach(cleanup)

const divisions = [{ code: '990121100201', name: '上河村', level: 'village', parent: null }]
const posted = {
  id: 'n1',
  title: '上河村残疾评定结果公示',
  division: '990121100201',
  state: 'posted',
  fromDay: '2026-06-01',
  lastDay: '2026-06-08',
  isProvisional: null,
  hungOn: null,
  lines: 3,
  openObjections: 1,
}

const patience = { timeout: 10_000 }

/** Shows the board with what hangs on it. */
function show(hanging: readonly object[]) {
  const answer = (path: string) => {
    if (path === '/notices/board') return Response.json({ notices: hanging })
    throw new Error(`nobody asks for ${path}`)
  }
  render(adminAt('/p/notices/board', { contributions: [noticesAdmin], divisions, answer }))
}

describe('the notice board', () => {
  it('says of each notice when it ends, how many stand in it, and what is open', async () => {
    show([posted, { ...posted, id: 'n2', title: '上河村表彰公示', state: 'draft', lastDay: null, openObjections: 0 }])
    const running = within(await screen.findByRole('table', { name: '正在公示的事项' }, patience))
    expect(await running.findByText('上河村', {}, patience)).toBeDefined()
    const row = running.getByRole('row', { name: /上河村残疾评定结果公示/ })
    for (const words of ['2026年6月8日', '3', '1', '未登记']) expect(row.textContent).toContain(words)
    expect(running.getByRole('link', { name: '上河村残疾评定结果公示' }).getAttribute('href')).toBe(
      '/m/notices/notices/n1',
    )
    expect(screen.getByRole('link', { name: '上河村表彰公示' })).toBeDefined()
    expect(screen.getByRole('link', { name: '未处理的异议' }).getAttribute('href')).toBe(
      '/m/notices/objections?state=open',
    )
    expect(screen.getByRole('link', { name: '公示的公开页面' }).getAttribute('href')).toBe('/notices')
  })

  it('says that nothing hangs', async () => {
    show([])
    expect(await screen.findByText('现在没有正在公示的事项。', {}, patience)).toBeDefined()
    expect(screen.getByText('没有待发布的公示。')).toBeDefined()
  })
})
