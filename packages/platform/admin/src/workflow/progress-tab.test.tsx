// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
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
  diagnosis: null,
  details: null,
}

const open = (state: string) =>
  renderApp('/m/devices/applications/application-0002?tab=progress', {
    fill: (server) => {
      server.insert(sample.applicant, person)
      server.insert(sample.application, { ...application, state })
    },
  })

describe('the progress of a row', () => {
  it('says who has to act, what may be done, and why the rest may not', async () => {
    await open('checking')
    const next = await screen.findByRole('region', { name: '下一步' })
    expect(next).toHaveTextContent('等待county办理：通过审核。')
    const steps = within(next).getAllByRole('listitem')
    expect(steps[0]).toHaveTextContent('通过审核可以办理')
    expect(steps[1]).toHaveTextContent('不予通过暂不能办理材料尚未核对，请先核对')
  })

  it('marks the present state in a list that says all that the drawing shows', async () => {
    await open('checking')
    const states = within(await screen.findByRole('region', { name: '办理流程' })).getAllByRole('listitem')
    expect(states.map(({ textContent }) => textContent)).toEqual(['草稿已经过', '审核中当前', '已通过', '未通过'])
    expect(states.filter((item) => item.getAttribute('aria-current') === 'step')).toEqual([states[1]])
    const drawing = screen.getByRole('img', { name: /流程图，当前状态：审核中/ })
    expect(drawing).toHaveTextContent('从“草稿”经“提交审核”到“审核中”。')
  })

  it('tells what was done, and says when it is over', async () => {
    await open('approved')
    expect(await screen.findByText('已经办结，没有后续步骤。')).toBeVisible()
    expect(screen.getByRole('region', { name: '办理记录' })).toHaveTextContent('新增')
  })
})
