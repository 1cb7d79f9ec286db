// @vitest-environment jsdom

import { desksOf } from '@opendpf/kit/admin'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '../testing/render-app.js'
import { sampleModule } from '../testing/sample-module.js'

const { applicant, application } = sampleModule.records
const contribution = {
  desks: {
    checking: { title: 'application', record: 'application', states: ['checking'], together: ['approve'] },
  },
} as const
const dates = ['2026-03-02', '2026-03-03', '2026-03-04'] as const

const open = async (
  address = '/d/devices/checking',
  { permissions = ['*'], waiting = dates }: { permissions?: readonly string[]; waiting?: readonly string[] } = {},
) => {
  const ids: string[] = []
  const view = await renderApp(address, {
    permissions,
    contribution,
    fill: (server) => {
      const person = server.insert(applicant as never, { name: '王建国', division: '990121100201' })
      for (const appliedOn of waiting)
        ids.push(
          server.insert(application as never, {
            applicant: person,
            device: 'wheelchair',
            quantity: 1,
            appliedOn,
            state: 'checking',
          }),
        )
      server.insert(application as never, { applicant: person, appliedOn: '2026-01-01', state: 'draft' })
    },
  })
  return { ...view, ids }
}
const rows = async () =>
  within(await screen.findByRole('table', { name: '待办列表' }))
    .getAllByRole('row')
    .slice(1)

describe('a desk', () => {
  it('lists what waits in its states, the oldest first, and stands in the navigation', async () => {
    await open()
    expect(await rows()).toHaveLength(3)
    expect((await rows())[0]).toHaveTextContent(dates[0])
    const nav = screen.getByRole('navigation', { name: '主导航' })
    expect(within(nav).getAllByRole('link', { name: '器具申请' })[0]).toHaveAttribute('href', '/d/devices/checking')
  })

  it('says on the first page how many wait', async () => {
    await open('/')
    expect(await screen.findByRole('link', { name: /器具申请待办 3 件/ })).toHaveAttribute(
      'href',
      '/d/devices/checking',
    )
    expect(screen.queryByText(/没有待办的业务/)).not.toBeInTheDocument()
  })

  it('folds on the first page where nothing waits', async () => {
    await open('/', { waiting: [] })
    expect(await screen.findByText('没有待办的业务（1 项）')).toBeVisible()
    expect(screen.getByText('没有待办事项')).toBeVisible()
    expect(screen.getAllByRole('link', { name: '器具申请' }).map((link) => link.getAttribute('href'))).toContain(
      '/d/devices/checking',
    )
  })

  it('opens one beside the list with everything about it, and the next when it is done', async () => {
    const { user } = await open()
    await user.click(within((await rows())[1] as HTMLElement).getByRole('link'))
    expect(await screen.findByRole('heading', { level: 2, name: dates[1] })).toHaveFocus()
    expect(screen.getByRole('region', { name: '办理记录' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: '通过审核' }))
    const dialog = await screen.findByRole('alertdialog')
    await user.type(within(dialog).getByRole('textbox', { name: /意见/ }), '同意')
    await user.click(within(dialog).getByRole('button', { name: '通过审核' }))
    expect(await screen.findByRole('heading', { level: 2, name: dates[2] })).toBeVisible()
    expect(await rows()).toHaveLength(2)
  })

  it('does a step for many after saying who is included and who is not', async () => {
    const { user, server, ids } = await open()
    await rows()
    const together = screen.getByRole('button', { name: /批量通过审核/ })
    expect(together).toHaveAttribute('aria-disabled', 'true')
    await user.click(screen.getByRole('checkbox', { name: '选择列表中的全部事项' }))
    server.touch(application as never, ids[0] ?? '', { quantity: 2 })
    await user.click(together)
    const dialog = await screen.findByRole('dialog', { name: '批量通过审核：已选 3 件' })
    await user.click(within(dialog).getByRole('button', { name: '查看可以办理的事项' }))
    expect(within(dialog).getByRole('textbox', { name: /意见/ })).toBeInvalid()
    await user.type(within(dialog).getByRole('textbox', { name: /意见/ }), '同意')
    await user.click(within(dialog).getByRole('button', { name: '查看可以办理的事项' }))
    expect(await within(dialog).findByText('可以办理 2 件，不能办理 1 件。')).toBeVisible()
    expect(within(dialog).getByText('该记录已被他人修改，请重新打开')).toBeVisible()
    expect(server.requests.at(-1)?.body).toMatchObject({ dryRun: true })
    await user.click(within(dialog).getByRole('button', { name: '通过审核（2 件）' }))
    await waitFor(async () => expect(await rows()).toHaveLength(1))
  })

  it('is not there for whoever may take no step from it', async () => {
    await open('/d/devices/checking', { permissions: ['devices:application.read', 'devices:application.submit'] })
    expect(await screen.findByRole('heading', { level: 1, name: /找不到|没有/ })).toBeVisible()
  })
})

it('a desk that names what its record has not stops the app', async () => {
  const { server } = await open('/')
  const desk = (more: object) =>
    desksOf([{ module: sampleModule, desks: { one: { ...contribution.desks.checking, ...more } } }], server.registry)
  expect(() => desk({ states: ['approved'] })).toThrow('names "approved"')
  expect(() => desk({ together: ['burn'] })).toThrow('names "burn"')
  expect(() => desk({ steps: ['burn'] })).toThrow('names "burn"')
})
