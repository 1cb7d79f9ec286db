// @vitest-environment jsdom
import { recordHref } from '@opendpf/admin'
import { adminAt } from '@opendpf/admin/page-testing'
import { figuresAdmin } from '@opendpf/figures/admin'
import { personsAdmin } from '@opendpf/persons/admin'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import { surveys, type VillageCollecting, type VillageSummary } from '../../contract/index.js'
import { villageForm } from '../../testing/village-form.js'
import { surveysAdmin } from '../surveys-admin.js'

afterEach(cleanup)

const patience = { timeout: 10_000 }
const { campaign } = surveys.records
const contributions = [personsAdmin, figuresAdmin, surveysAdmin]
const divisions = [{ code: '990121100201', name: '上河村', level: 'village', parent: null } as const]
const collecting: VillageCollecting = {
  id: 'v1',
  version: 4,
  state: 'working',
  title: '2026年度调查',
  division: '990121100201',
  dueOn: '2026-08-31',
  isClosed: false,
  form: villageForm,
  answers: { station: 'yes', days: 3 },
  unconfirmed: ['station', 'days'],
  respondent: null,
  visitedOn: '2026-07-02',
  photos: [],
  returnReason: null,
}

it('asks a village by the rules of its form, and finishes when all is said and by whom', async () => {
  const sent: unknown[] = []
  const { container } = render(
    adminAt('/p/surveys/village?village=v1', {
      contributions,
      divisions,
      answer: (url, init) => {
        if (init?.method !== 'POST') return Response.json(collecting)
        const body = JSON.parse(String(init.body))
        sent.push([url.slice(url.indexOf('/villages')), body])
        return Response.json({ ...collecting, ...body, version: 5 })
      },
    }),
  )
  await screen.findByRole('radiogroup', { name: /康复站题/ }, patience)
  const finish = () => fireEvent.click(screen.getByRole('button', { name: '完成' }))
  finish()
  await screen.findByText('请填写提供情况的人')
  expect(screen.getByText('请回答这一题')).toBeTruthy()
  fireEvent.change(screen.getByRole('textbox', { name: /提供情况的人/ }), { target: { value: '村主任' } })
  fireEvent.click(screen.getByRole('button', { name: '设施题：都核实无误' }))
  fireEvent.click(screen.getByRole('checkbox', { name: '坡道题' }))
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
  // without a station nobody asks on which days it is open
  fireEvent.click(screen.getByRole('radio', { name: '否' }))
  expect(screen.queryByRole('textbox', { name: /开放天数题/ })).toBeNull()
  finish()
  await screen.findByText('记录已经完成，需要修改的请先退回', undefined, patience)
  expect(sent).toEqual([
    [
      '/villages/v1/collecting',
      {
        version: 4,
        answers: { station: 'no', built: ['ramp'] },
        unconfirmed: [],
        photos: null,
        respondent: '村主任',
        visitedOn: '2026-07-02',
      },
    ],
    ['/villages/v1/do/finish', {}],
  ])
})

it('loses nothing of what was typed when somebody else wrote the village meanwhile', async () => {
  const others: VillageCollecting = { ...collecting, version: 7, answers: { station: 'no' }, unconfirmed: [] }
  const sent: { version?: number; respondent?: string }[] = []
  let asked = 0
  render(
    adminAt('/p/surveys/village?village=v1', {
      contributions,
      divisions,
      answer: (_, init) => {
        if (init?.method !== 'POST') {
          asked += 1
          return Response.json(asked === 1 ? collecting : others)
        }
        const body = JSON.parse(String(init.body))
        sent.push(body)
        if (body.version === 7) return Response.json({ ...others, ...body, version: 8 })
        return new Response(
          JSON.stringify({ type: 'about:blank', title: '', status: 412, detail: '已被修改', code: 'version-conflict' }),
          {
            status: 412,
            headers: { 'content-type': 'application/problem+json' },
          },
        )
      },
    }),
  )
  fireEvent.change(await screen.findByRole('textbox', { name: /提供情况的人/ }, patience), {
    target: { value: '村主任' },
  })
  const save = async () => fireEvent.click(await screen.findByRole('button', { name: '保存' }, patience))
  await save()
  const table = await screen.findByRole('table', { name: '不同的回答' }, patience)
  expect(table.textContent).toContain('康复站题')
  fireEvent.click(screen.getByRole('button', { name: '用这台设备上的继续' }))
  await save()
  await waitFor(() =>
    expect(sent.map(({ version, respondent }) => [version, respondent])).toEqual([
      [4, '村主任'],
      [7, '村主任'],
    ]),
  )
})

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

it('tells in the words of the form what the villages of a campaign told', async () => {
  const summary: VillageSummary = {
    form: villageForm,
    states: { checked: 1, done: 1, 'to-do': 2 },
    counts: [
      { question: 'built', choice: 'toilet', villages: 1, total: null },
      { question: 'built', choice: 'ramp', villages: 2, total: null },
      { question: 'days', choice: null, villages: 2, total: 8 },
      { question: 'station', choice: 'yes', villages: 2, total: null },
    ],
  }
  render(
    adminAt(recordHref(campaign, 'c1'), {
      contributions,
      divisions,
      answer: (url) => {
        const { pathname } = new URL(String(url), 'http://localhost')
        if (pathname.endsWith('/villages')) return Response.json(summary)
        if (pathname.endsWith('/progress')) return Response.json({ places: [] })
        if (pathname.endsWith('/outliers')) return Response.json({ rows: [], count: 0 })
        if (pathname.endsWith('/agreement')) return Response.json({ questions: [] })
        return Response.json(pathname.endsWith('/campaigns/c1') ? row : { rows: [], next: null, fields: {} })
      },
    }),
  )
  const table = await screen.findByRole('table', { name: '村（社区）的回答' }, patience)
  await waitFor(() =>
    expect([...table.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)).toEqual([
      '康复站题是2100.0%',
      '开放天数题合计 8天2100.0%',
      '无障碍题坡道题2100.0%',
      '无障碍题卫生间题150.0%',
    ]),
  )
  expect(screen.getByText(/共 4 个村（社区），已完成 2 个，其中已审核 1 个/)).toBeTruthy()
})
