// @vitest-environment jsdom
import { access } from '@opendpf/access'
import { adminAt } from '@opendpf/admin/page-testing'
import type { Module } from '@opendpf/kit'
import { contributeAdmin } from '@opendpf/kit/admin'
import { persons } from '@opendpf/persons'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { InboxMessage } from '../contract/index.js'
import { notificationsAdmin } from './notifications-admin.js'
import { askEvery, patience as presence } from './use-inbox.js'

const patience = { timeout: 10_000 }
const message = (id: string, more: Partial<InboxMessage> = {}): InboxMessage => ({
  id,
  subject: '残疾人证办件已超过期限',
  text: `“王*”的办件${id}已超过期限。`,
  sentAt: '2026-06-15T02:00:00Z',
  readAt: null,
  aboutRecord: 'notifications.message',
  about: 'row-1',
  ...more,
})

const contributions = [contributeAdmin(persons as Module), contributeAdmin(access as Module), notificationsAdmin]
let messages: InboxMessage[]
let sent: unknown[]
let asked: number
beforeEach(() => {
  messages = [message('3'), message('2', { readAt: '2026-06-15T03:00:00Z' })]
  sent = []
  asked = 0
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function show(permissions = ['*']) {
  const answer = (path: string, init?: RequestInit) => {
    const unread = messages.filter(({ readAt }) => readAt === null)
    if (path === '/notifications/inbox/count') {
      asked += 1
      return Response.json({ unread: unread.length, newest: unread[0]?.id ?? null })
    }
    if (path === '/notifications/inbox') return Response.json({ messages, before: '2' })
    if (path === '/notifications/inbox?before=2') return Response.json({ messages: [message('1')], before: null })
    if (path === '/notifications/inbox/read') {
      sent.push(JSON.parse(String(init?.body)))
      messages = messages.map((one) => ({ ...one, readAt: '2026-06-15T04:00:00Z' }))
      return Response.json({ marked: 1 })
    }
    throw new Error(`nobody asks for ${path}`)
  }
  return render(adminAt('/p/notifications/inbox', { contributions, permissions, answer }))
}

describe('the inbox', () => {
  it('says what waits, where it leads, and what was read', async () => {
    show()
    const list = within(await screen.findByRole('list', { name: '消息列表' }, patience))
    const [unread, read] = list.getAllByRole('listitem')
    expect(unread?.textContent).toContain('未读')
    expect(read?.textContent).not.toContain('未读')
    expect(list.getAllByRole('link', { name: '查看相关记录' })[0]?.getAttribute('href')).toBe(
      '/m/notifications/messages/row-1',
    )
    fireEvent.click(list.getByRole('button', { name: '标为已读' }))
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: '标为已读' })).toBeNull(), patience)
    expect(sent).toEqual([{ ids: ['3'] }])
    expect(await screen.findByRole('link', { name: '我的消息，没有未读' }, patience)).toBeDefined()
  })

  it('shows earlier messages when they are asked for, and marks all of them', async () => {
    show()
    fireEvent.click(await screen.findByRole('button', { name: '更早的消息' }, patience))
    expect(await screen.findByText('“王*”的办件1已超过期限。', {}, patience)).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: '全部标为已读' }))
    await vi.waitFor(() => expect(sent).toEqual([{ all: true }]), patience)
  })

  it('has no barriers that a machine finds', async () => {
    const { container } = show()
    await screen.findByRole('list', { name: '消息列表' }, patience)
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  })

  it('is not there for somebody who reads no messages', async () => {
    show(['persons:person.read'])
    expect(await screen.findByRole('heading', { level: 1, name: '没有这个页面' }, patience)).toBeDefined()
    expect(screen.queryByRole('link', { name: /我的消息/ })).toBeNull()
  })
})

describe('the bell', () => {
  it('says politely what is new, and not what was there', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    show()
    expect(await screen.findByRole('link', { name: '我的消息，1 条未读' }, patience)).toBeDefined()
    const region = () => screen.getAllByRole('status').map(({ textContent }) => textContent)
    expect(region().join()).not.toContain('新消息')
    messages = [message('4'), ...messages]
    await act(() => vi.advanceTimersByTimeAsync(askEvery + 1000))
    expect(await screen.findByRole('link', { name: '我的消息，2 条未读' }, patience)).toBeDefined()
    expect(region().join()).toContain('有新消息，共 2 条未读')
  })

  it('does not keep the session of somebody who went away', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    show()
    await screen.findByRole('link', { name: '我的消息，1 条未读' }, patience)
    await act(() => vi.advanceTimersByTimeAsync(presence + askEvery))
    const before = asked
    expect(before).toBeGreaterThan(1)
    await act(() => vi.advanceTimersByTimeAsync(10 * askEvery))
    expect(asked).toBe(before)
    fireEvent.keyDown(document.body, { key: 'Tab' })
    await act(() => vi.advanceTimersByTimeAsync(askEvery + 1000))
    expect(asked).toBeGreaterThan(before)
  })

  it('asks less than once a minute', () => {
    expect(askEvery).toBeGreaterThanOrEqual(60_000)
  })
})
