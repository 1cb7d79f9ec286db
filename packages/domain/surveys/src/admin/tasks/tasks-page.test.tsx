// @vitest-environment jsdom
import { adminAt } from '@opendpf/admin/page-testing'
import { figuresAdmin } from '@opendpf/figures/admin'
import { personsAdmin } from '@opendpf/persons/admin'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepDraft } from '../collecting/kept-drafts.js'
import { byTown } from '../progress/by-town.js'
import { surveysAdmin } from '../surveys-admin.js'

const patience = { timeout: 10_000 }
const row = (id: string, fields: object, labels: object = {}) => ({
  id,
  version: 1,
  recordedAt: '2026-07-02T00:00:00Z',
  recordedBy: '',
  division: '990121100201',
  title: '2026年度调查',
  fields,
  masked: [],
  labels,
})
const total = { value: 1, isExact: true }
const asked: string[] = []

/** The page of the tasks, for one village with one record. */
function show() {
  const answer = (path: string) => {
    asked.push(path)
    if (path.startsWith('/surveys/assignments'))
      return Response.json({ rows: [row('a1', { commissioner: '专职委员甲', isClosed: false })], total })
    return Response.json({
      rows: [row('i1', { number: 7, state: 'returned', contact: null }, { person: '王某' })],
      total,
    })
  }
  return render(
    adminAt('/p/surveys/tasks', {
      contributions: [personsAdmin, figuresAdmin, surveysAdmin],
      divisions: [{ code: '990121100201', name: '上河村', level: 'village', parent: null }],
      answer,
    }),
  )
}

beforeEach(() => {
  asked.length = 0
  globalThis.localStorage.clear()
})
afterEach(cleanup)

describe('the page of visits to make', () => {
  it('lists whom to visit in the village, and what was not sent from this device', async () => {
    const key = ['AAECAwQFBgcICQoLDA0ODw', 'EBESExQVFhcYGRobHB0eHw'] as const
    const draft = {
      answers: {},
      unconfirmed: [],
      contact: '',
      visitedOn: '',
      contactNote: '',
      consent: '',
      position: '',
      photos: {},
      signature: [],
    }
    keepDraft(globalThis.localStorage, 'tester', key, { id: 'i9', version: 1, number: 9, draft })
    const { container } = show()
    const link = await screen.findByRole('link', { name: '王某' }, patience)
    expect(link.getAttribute('href')).toBe('/p/surveys/collect?interview=i1')
    expect(screen.getByText('已退回')).toBeDefined()
    expect(screen.getByText('这台设备上有 1 份记录还没有发送')).toBeDefined()
    expect(screen.getByRole('link', { name: '名单第 9 号' }).getAttribute('href')).toBe(
      '/p/surveys/collect?interview=i9',
    )
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id }) => id)).toEqual([])
    fireEvent.change(screen.getByLabelText('显示'), { target: { value: 'done' } })
    expect(await screen.findByRole('link', { name: '王某' }, patience)).toBeDefined()
    expect(asked.some((path) => path.includes('state=done%2Cchecked'))).toBe(true)
  })
})

describe('progress by town', () => {
  it('is the sum of its villages', () => {
    const village = { commissioner: null, dueOn: '2026-08-31', working: 0, returned: 0, checked: 1 }
    const places = [
      {
        ...village,
        division: '990121100201',
        town: '990121100',
        isOverdue: true,
        listed: 5,
        toDo: 2,
        done: 2,
        modes: { visit: 2, dead: 1 },
      },
      {
        ...village,
        division: '990121100202',
        town: '990121100',
        isOverdue: false,
        listed: 3,
        toDo: 0,
        done: 2,
        modes: { visit: 3 },
      },
      {
        ...village,
        division: '990121001001',
        town: '990121001',
        isOverdue: false,
        listed: 1,
        toDo: 0,
        done: 0,
        modes: { phone: 1 },
      },
    ]
    expect(byTown(places)).toMatchObject([
      { code: '990121100000', listed: 8, toDo: 2, done: 4, checked: 2, overdue: 1, modes: { visit: 5, dead: 1 } },
      { code: '990121001000', listed: 1, overdue: 0, modes: { phone: 1 } },
    ])
  })
})
