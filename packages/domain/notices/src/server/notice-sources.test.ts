import { accessServer, createUser } from '@opendpf/access/server'
import type { ModuleServer } from '@opendpf/kit/server'
import { notifications } from '@opendpf/notifications'
import { notificationsServer } from '@opendpf/notifications/server'
import { personsServer } from '@opendpf/persons/server'
import { places } from '@opendpf/testing'
import { expect, it } from 'vitest'
import { openBoard } from '../testing/board.js'

it('the county is told a day before a notice closes, with what is still open, and once', async () => {
  const access = accessServer as unknown as ModuleServer
  const board = await openBoard('2026-06-15T02:00:00Z', [personsServer, access, notificationsServer])
  const { server } = board
  try {
    const user = await server.write((context) =>
      createUser(context, { username: 'county', name: '县级经办人', division: places.county, roles: ['county-clerk'] }),
    )
    const notice = await board.publish(await board.propose())
    await board.object({ notice, channel: 'counter', receivedOn: '2026-06-15' })
    const remind = async () => {
      const everywhere = { id: 'everywhere', at: 'all' }
      server.as(everywhere)
      const job = { job: 'notifications.remind', input: {}, actor: server.actor(everywhere) }
      expect(await server.work.done(await server.work.jobs.queue(job))).toMatchObject({ state: 'done' })
    }
    const told = () => server.write(({ read }) => read.many(notifications.records.message, { about: notice }))
    const { lastDay } = await board.notice(notice)
    await remind()
    expect(await told()).toEqual([])
    while (board.today() < lastDay) server.clock.advance(86_400_000)
    await remind()
    await remind()
    expect(await told()).toMatchObject([
      {
        template: 'notices.closing',
        holder: user.id,
        text: expect.stringContaining(`公示至${lastDay}，未处理的异议 1 件`),
      },
    ])
  } finally {
    await server.stop()
  }
})
