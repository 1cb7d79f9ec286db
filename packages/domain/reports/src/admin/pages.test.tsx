// @vitest-environment jsdom
import { adminAt } from '@opendpf/admin/page-testing'
import { figures } from '@opendpf/figures'
import { contributeAdmin } from '@opendpf/kit/admin'
import { organisations } from '@opendpf/organisations'
import { persons } from '@opendpf/persons'
import { planning } from '@opendpf/planning'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import { draftNarrative } from '../contract/index.js'
import { sampleFigures } from '../testing/sample-figures.js'
import { reportsAdmin } from './reports-admin.js'

afterEach(cleanup)
const patience = { timeout: 10_000 }
const row = (id: string, title: string, fields: object) => ({
  ...{ id, version: 3, recordedAt: '2026-06-15T02:00:00Z', recordedBy: 'x', division: '990121000000' },
  ...{ title, fields, masked: [], labels: {} },
})
const read = sampleFigures()
const fields = {
  ...{ title: '2026年度工作总结', kind: 'year-end', plan: 'p1', issuer: null, documentNumber: null, issuedOn: null },
  ...{ narrative: draftNarrative('year-end', read), figuresOn: '2026-12-31', figures: read, state: 'draft' },
}

function open(address: string, changed: object = {}) {
  const sent: { readonly path: string; readonly body: unknown }[] = []
  const answer = (path: string, init: RequestInit | undefined) => {
    if (init?.method === 'POST') {
      sent.push({ path, body: JSON.parse(String(init.body)) })
      return Response.json({ id: 'r1', title: '2026年度工作总结', figuresOn: '2026-12-31' })
    }
    if (path === '/reports/reports/r1') return Response.json(row('r1', '2026年度工作总结', { ...fields, ...changed }))
    if (path.startsWith('/planning/plans'))
      return Response.json({
        rows: [row('p1', '示范县2026年计划', { state: 'adopted' })],
        total: { value: 1, isExact: true },
      })
    if (path.includes('timeline')) return Response.json({ entries: [] })
    return Response.json({ rows: [], total: { value: 0, isExact: true }, documents: [] })
  }
  const contributions = [persons, organisations, figures, planning].map((one) => contributeAdmin(one))
  const { container } = render(adminAt(address, { contributions: [...contributions, reportsAdmin], answer }))
  return { container, sent }
}

async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

it('drafts a report from a plan, with a title that can be changed', async () => {
  const { container, sent } = open('/p/reports/compose')
  const title = await screen.findByRole<HTMLInputElement>('textbox', { name: /标题/ }, patience)
  expect(title.value).toBe('示范县2026年计划：年度工作总结')
  await userEvent.selectOptions(screen.getByLabelText(/类别/), 'next-year')
  expect(title.value).toBe('示范县2026年计划：下一年工作计划')
  await userEvent.clear(title)
  await userEvent.type(title, '2027年工作计划')
  await userEvent.click(screen.getByRole('button', { name: '生成' }))
  await waitFor(() =>
    expect(sent).toEqual([{ path: '/reports/plans/p1/compose', body: { kind: 'next-year', title: '2027年工作计划' } }]),
  )
  const link = await screen.findByRole('link', { name: '2026年度工作总结' })
  expect(link.getAttribute('href')).toContain('/reports/reports/r1')
  await expectAccessible(container)
})

it('shows how a report reads, leads from figures to their pages, and takes figures anew', async () => {
  const { container, sent } = open('/m/reports/reports/r1')
  const heading = await screen.findByRole('heading', { name: '一、工作完成情况' }, patience)
  const preview = within(heading.parentElement as HTMLElement)
  expect(preview.getByRole('heading', { name: '（一）就业和托养' })).toBeDefined()
  const figure = preview.getAllByRole('link', { name: '312人' })[0]
  expect(figure?.getAttribute('href')).toContain('indicator=training.attendances')
  expect(heading.parentElement?.textContent).toContain('就业率的完成情况不明（尚未统计）')
  expect(screen.getByRole('link', { name: '下载 Word 文件' }).getAttribute('href')).toContain('/r1/file?format=docx')
  await userEvent.click(screen.getByRole('button', { name: '更新数据' }))
  await waitFor(() => expect(sent).toEqual([{ path: '/reports/reports/r1/refresh', body: { version: 3 } }]))
  await expectAccessible(container)
})

it('that is final is not refreshed', async () => {
  open('/m/reports/reports/r1', { state: 'final' })
  await screen.findByRole('heading', { name: '一、工作完成情况' }, patience)
  expect(screen.queryByRole('button', { name: '更新数据' })).toBeNull()
})
