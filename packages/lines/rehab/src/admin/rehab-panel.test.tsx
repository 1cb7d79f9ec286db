// @vitest-environment jsdom
import { activitiesAdmin } from '@opendpf/activities/admin'
import { adminAt } from '@opendpf/admin/page-testing'
import { funds } from '@opendpf/funds'
import { contributeAdmin } from '@opendpf/kit/admin'
import { organisations } from '@opendpf/organisations'
import { persons } from '@opendpf/persons'
import { programmes } from '@opendpf/programmes'
import { cleanup, render, screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import { rehabAdmin } from './rehab-admin.js'

afterEach(cleanup)

const patience = { timeout: 10_000 }
const contributions = [
  contributeAdmin(persons),
  contributeAdmin(organisations),
  contributeAdmin(funds),
  contributeAdmin(programmes),
  activitiesAdmin,
  rehabAdmin,
]
const row = (id: string, title: string, fields: object) => ({
  id,
  title,
  version: 1,
  division: '990121100201',
  fields,
  masked: [],
  labels: {},
  recordedAt: '2026-06-15T02:00:00Z',
  recordedBy: 'tester',
})

/** Opens an address on lists made up for it, and notes what was asked for. */
function open(address: string, lists: Readonly<Record<string, object>>, permissions: readonly string[] = ['*']) {
  const asked: string[] = []
  const { container } = render(
    adminAt(address, {
      contributions,
      permissions,
      answer: (path) => {
        asked.push(path)
        if (path === '/persons/persons/p1')
          return Response.json(row('p1', '李一', { name: '李一', division: '990121100201' }))
        const [, found] = Object.entries(lists).find(([start]) => path.startsWith(start)) ?? []
        const rows = found ? [found] : []
        return Response.json({
          rows,
          steps: [],
          entries: [],
          deadlines: [],
          total: { value: rows.length, isExact: true },
        })
      },
    }),
  )
  return { asked, container }
}

describe('the page of a person', () => {
  const lists = {
    '/persons/needs': row('n1', 'device', { kind: 'device', level: 'urgent', raisedOn: '2026-01-10', state: 'open' }),
    '/rehab/files': row('f1', '李一', { clientName: '李一', number: 'K-1', category: '4', state: 'serving' }),
    '/rehab/services': row('s1', '422', {
      servedOn: '2026-03-01',
      item: '422',
      setting: 'home',
      times: 2,
      isFree: true,
    }),
  }

  it('tells what he needs, has and got, and says so where there is nothing', async () => {
    const { asked, container } = open('/m/persons/persons/p1', lists)
    const panel = within(await screen.findByRole('region', { name: '康复情况' }, patience))
    const needs = within(await panel.findByRole('table', { name: '康复相关需求' }, patience))
    expect(needs.getByRole('link', { name: '辅助器具' }).getAttribute('href')).toBe('/m/persons/needs/n1')
    const services = within(await panel.findByRole('table', { name: '最近的康复服务' }, patience))
    expect(services.getByRole('row', { name: /康复治疗与训练（成人）.*居家康复.*2/ })).toBeDefined()
    const devices = within(panel.getByRole('region', { name: '待发放和使用中的辅具' }))
    expect(await devices.findByText('没有记录', {}, patience)).toBeDefined()
    // of needs, those that rehabilitation answers
    expect(asked.some((path) => path.startsWith('/persons/needs') && path.includes('rehabilitation'))).toBe(true)
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  it('asks for nothing that one may not read', async () => {
    const may = ['persons:person.read', 'rehab:file.read']
    const { asked } = open('/m/persons/persons/p1', lists, may)
    const panel = within(await screen.findByRole('region', { name: '康复情况' }, patience))
    expect(await panel.findByRole('table', { name: '个人康复档案' }, patience)).toBeDefined()
    expect(panel.queryByRole('region', { name: '最近的康复服务' })).toBeNull()
    expect(asked.filter((path) => path.startsWith('/rehab/services'))).toEqual([])
  })
})

it('the navigation has the line in four groups', async () => {
  open('/', {})
  const navigation = within(await screen.findByRole('navigation', { name: '主导航' }, patience))
  const places = (group: string) =>
    within(navigation.getByRole('list', { name: group }))
      .getAllByRole('link')
      .map(({ textContent }) => textContent)
  expect(places('康复服务')).toContain('待回访')
  expect(places('复明手术和辅助器具')).toEqual([
    '白内障手术安排',
    '辅具评估和发放',
    '待维修辅具',
    '白内障复明',
    '辅具适配',
    '辅具目录',
    '辅具仓库',
  ])
  expect(places('康复救助')).toEqual([
    '儿童康复救助办理',
    '医疗康复救助办理',
    '残疾儿童康复救助',
    '诊断证明',
    '医疗康复救助',
    '康复政策',
  ])
  expect(places('康复机构和站点')).toContain('服务标准')
  // nothing is left over, and nothing stands twice
  expect(navigation.queryByRole('list', { name: '康复' })).toBeNull()
})
