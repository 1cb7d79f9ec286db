// @vitest-environment jsdom
import { recordHref } from '@opendpf/admin'
import { adminAt } from '@opendpf/admin/page-testing'
import { figuresAdmin } from '@opendpf/figures/admin'
import { texts } from '@opendpf/messages'
import { personsAdmin } from '@opendpf/persons/admin'
import { cleanup, render, screen } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import { type Outliers, surveys } from '../../contract/index.js'
import { surveysAdmin } from '../surveys-admin.js'

afterEach(cleanup)

const patience = { timeout: 10_000 }
const { campaign, interview } = surveys.records
const row = {
  id: 'c1',
  title: '2026年度调查',
  version: 1,
  division: '990121000000',
  fields: { title: '2026年度调查', year: 2026, division: '990121000000', state: 'open', listed: 300 },
  masked: [],
  labels: {},
  recordedAt: '2026-07-02T02:00:00Z',
  recordedBy: 'tester',
}
const show = (outliers: Outliers) =>
  render(
    adminAt(recordHref(campaign, 'c1'), {
      contributions: [personsAdmin, figuresAdmin, surveysAdmin],
      divisions: [{ code: '990121100201', name: '上河村', level: 'village', parent: null }],
      answer: (url) => {
        const { pathname } = new URL(String(url), 'http://localhost')
        if (pathname.endsWith('/outliers')) return Response.json(outliers)
        if (pathname.endsWith('/progress')) return Response.json({ places: [] })
        if (pathname.endsWith('/villages')) return Response.json({ form: null, states: {}, counts: [] })
        if (pathname.endsWith('/agreement')) return Response.json({ questions: [] })
        return Response.json(pathname.endsWith('/campaigns/c1') ? row : { rows: [], next: null, fields: {} })
      },
    }),
  )
const income: Outliers['rows'][number] = {
  interview: 'i7',
  number: 7,
  division: '990121100201',
  question: 'income',
  text: texts('家庭人均收入', 'Income per head'),
  reasons: ['high', 'before'],
}

it('leads from each number that stands out to its record, and says how many are not listed', async () => {
  const { container } = show({ count: 201, rows: [income] })
  const table = await screen.findByRole('table', { name: '需要核对的数字' }, patience)
  expect([...table.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)).toEqual([
    '上河村 7家庭人均收入明显高于本乡镇 · 与上次相差很大',
  ])
  expect(table.querySelector('a')?.getAttribute('href')).toContain(recordHref(interview, 'i7'))
  expect(screen.getByText(/共有 201 个，先列出前 1 个/)).toBeDefined()
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
})

it('says so when nothing stands out', async () => {
  show({ count: 0, rows: [] })
  await screen.findByText('待审核的记录中没有离群的数字。', {}, patience)
  expect(screen.queryByRole('table', { name: '需要核对的数字' })).toBeNull()
})
