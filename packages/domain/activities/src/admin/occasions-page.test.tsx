// @vitest-environment jsdom
import { adminAt } from '@opendpf/admin/page-testing'
import { organisationsAdmin } from '@opendpf/organisations/admin'
import { personsAdmin } from '@opendpf/persons/admin'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import { activitiesAdmin } from './activities-admin.js'

afterEach(cleanup)

const patience = { timeout: 10_000 }
const show = (path: string) =>
  render(
    adminAt(path, {
      contributions: [personsAdmin, organisationsAdmin, activitiesAdmin],
      answer: () => Response.json({ rows: [], next: null, total: { value: 0, isExact: true }, deadlines: [] }),
    }),
  )

it('tells on which days the occasions of a year are, with the way to their activities and to a new one', async () => {
  const { container } = show('/p/activities/occasions')
  const year = await screen.findByRole('combobox', { name: '年份' }, patience)
  const thisYear = Number((year as HTMLSelectElement).value)
  fireEvent.change(year, { target: { value: String(thisYear + 1) } })
  const table = within(await screen.findByRole('table', { name: `${thisYear + 1}年节日和主题日` }, patience))
  const disability = within(table.getByRole('row', { name: /国际残疾人日/ }))
  expect(disability.getByText(new RegExp(`${thisYear + 1}年12月3日`))).toBeDefined()
  const href = (name: string) => decodeURIComponent(disability.getByRole('link', { name }).getAttribute('href') ?? '')
  expect(href('国际残疾人日的活动')).toContain('occasion=disability-day')
  expect(href('安排活动：国际残疾人日')).toContain(`fromDay=${thisYear + 1}-12-03`)
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
})
