// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '../testing/render-app.js'

const rows = async () => {
  const table = await screen.findByRole('table', { name: '推送记录' })
  return within(table).getAllByRole('row').slice(1)
}

describe('deliveries', () => {
  it('names receivers as people know them, and sends again what was given up', async () => {
    const { user } = await renderApp('/deliveries')
    await screen.findByText('省级平台')
    const [first, second] = await rows()
    expect(first).toHaveTextContent('已停止重试')
    expect(second).toHaveTextContent('辅助器具')
    expect(within(second as HTMLElement).queryByRole('button')).toBeNull()
    await user.click(screen.getByRole('button', { name: '重新发送：省级平台' }))
    expect(await screen.findByText('已排入发送队列')).toBeVisible()
    expect((await rows())[0]).toHaveTextContent('待发送')
  })

  it('can be narrowed to those of one state', async () => {
    const { user } = await renderApp('/deliveries')
    await rows()
    await user.selectOptions(screen.getByLabelText('状态'), 'done')
    expect(await screen.findAllByText('已送达')).not.toEqual([])
    expect(await rows()).toHaveLength(1)
  })
})

describe('what runs by itself', () => {
  it('is shown with its next run to whoever may stop jobs', async () => {
    await renderApp('/jobs')
    const table = await screen.findByRole('table', { name: '定时任务的时间' })
    expect(within(table).getByRole('row', { name: /计算办理期限/ })).toHaveTextContent('2026')
  })

  it('is not shown to others', async () => {
    await renderApp('/jobs', { permissions: ['system:job.read'] })
    await screen.findByRole('table', { name: '后台任务' })
    expect(screen.queryByText('定时任务')).toBeNull()
  })
})
