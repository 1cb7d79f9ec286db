// @vitest-environment jsdom

import { adminAt } from '@opendpf/admin/page-testing'
import type { Module } from '@opendpf/kit'
import { contributeAdmin } from '@opendpf/kit/admin'
import { persons } from '@opendpf/persons'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { matchingAdmin } from './matching-admin.js'

afterEach(cleanup)
const patience = { timeout: 10_000 }
const contributions = [contributeAdmin(persons as Module), matchingAdmin]

/** Shows the page of a list in a state. */
function show(state: string) {
  const counts = { rows: 2000, matched: 400, doubtful: 0, unknown: 1600, differing: 30, confirmed: 4, rejected: 6 }
  const fields = { title: '低保名单', kind: 'matching.allowance', asOf: '2026-05-31', isWhole: true, state, ...counts }
  const list = {
    ...{ id: 'l1', version: 3, title: '低保名单', division: '990121000000', recordedAt: '2026-06-15T02:00:00.000Z' },
    ...{ fields, masked: [], labels: {} },
  }
  const answer = (path: string) =>
    Response.json(
      path === '/matching/lists/l1'
        ? list
        : { rows: [], total: { value: 0, isExact: true }, entries: [], documents: [], steps: [] },
    )
  render(adminAt('/m/matching/lists/l1', { contributions, answer }))
}

it('says what came of a list, and leads to its rows and differences', async () => {
  show('compared')
  expect(
    await screen.findByText('名单 2000 行，匹配到人 400 行；差异 30 件，已核定 10 件，其中属实 4 件。', {}, patience),
  ).toBeDefined()
  const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
  expect(hrefOf('查看名单行')).toBe('/m/matching/entries?list=l1')
  expect(hrefOf('查看差异')).toBe('/m/matching/differences?list=l1')
  expect(screen.queryByRole('link', { name: '导入名单行' })).toBeNull()
})

it('leads to the import while the list receives', async () => {
  show('receiving')
  const link = await screen.findByRole('link', { name: '导入名单行' }, patience)
  expect(link.getAttribute('href')).toBe('/imports/new?kind=matching.entry')
})
