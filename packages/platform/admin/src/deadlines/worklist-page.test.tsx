// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '../testing/render-app.js'
import { sampleDeadline, sampleSystem } from '../testing/sample-deadlines.js'
import { sampleModule } from '../testing/sample-module.js'

const deadline = sampleSystem.records.deadline
const open = (address: string, more: Parameters<typeof renderApp>[1] = {}) =>
  renderApp(address, {
    modules: [sampleModule, sampleSystem as never],
    fill: (server) => {
      server.insert(deadline as never, { ...sampleDeadline, dueOn: '2026-11-27', owner: 'applicant' })
      server.insert(deadline as never, sampleDeadline)
      server.insert(deadline as never, { ...sampleDeadline, endedOn: '2026-11-10', state: 'met' })
    },
    ...more,
  })

describe('work and deadlines', () => {
  it('shows what is open, the most overdue first, in words, and leads to its row', async () => {
    await open('/deadlines')
    const table = await screen.findByRole('table', { name: '待办与期限' })
    const rows = within(table).getAllByRole('row').slice(1)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toHaveTextContent('已超期 2 个工作日')
    expect(rows[0]).toHaveTextContent('审核时限')
    expect(rows[0]).toHaveTextContent('县级残联')
    expect(rows[1]).toHaveTextContent('还剩 3 个工作日')
    expect(within(rows[0] as HTMLElement).getByRole('link')).toHaveAttribute(
      'href',
      '/m/devices/applications/application-0001',
    )
  })

  it('narrows to what is overdue, and keeps that in the address', async () => {
    const { user, history, server } = await open('/deadlines')
    await screen.findByRole('table', { name: '待办与期限' })
    await user.selectOptions(screen.getByLabelText(/^显示/), 'overdue')
    expect(history.location.href).toBe('/deadlines?show=overdue')
    expect(await screen.findAllByText(/共 1 条/)).not.toEqual([])
    expect(server.requests.at(-1)?.url).toContain('dueOn.to=2026-11-23')
  })

  it('shows what is overdue on the first page, and nothing to those who may not see it', async () => {
    await open('/')
    const panel = await screen.findByRole('region', { name: '已超期事项 1 件' })
    expect(within(panel).getByRole('link', { name: '查看全部超期事项' })).toHaveAttribute(
      'href',
      '/deadlines?show=overdue',
    )
    await open('/', { permissions: ['devices:*'] })
    expect(screen.queryByText(/已超期事项/)).toBeNull()
  })
})
