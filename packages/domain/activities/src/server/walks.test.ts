import { fc } from '@fast-check/vitest'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { activities } from '../contract/index.js'
import { type Desk, openDesk } from '../testing/activity-desk.js'

const { activity, session, registration, attendance } = activities.records
let desk: Desk
let people: readonly string[]
beforeAll(async () => {
  desk = await openDesk('2026-05-17T02:00:00Z')
  people = [(await desk.person()).id, (await desk.person()).id, (await desk.person()).id]
})
afterAll(() => desk.server.stop())

const deed = fc.record({
  do: fc.constantFrom('person', 'outsider', 'heads', 'leave', 'ask', 'withdraw'),
  who: fc.nat({ max: 2 }),
  at: fc.nat({ max: 1 }),
  part: fc.constantFrom('participant', 'participant', 'speaker'),
})

it('however people come and go, the three figures are those of who was there, and places are given in order', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 12, maxLength: 16 }), async (deeds) => {
      const { id, session: first } = await desk.running({ capacity: 2 })
      const sessions = [first, await desk.make(session, { activity: id, heldOn: '2026-05-17' })]
      const present: { id: string; who: string; at: number; times: number; counts: boolean }[] = []
      for (const { do: what, who, at, part } of deeds) {
        const on = sessions[at] ?? first
        const values = {
          person: { person: people[who] },
          outsider: { outsiderName: `外${who}` },
          heads: { headCount: who + 1, headCountReason: '集体参观' },
        }[what as string]
        if (values) {
          const { status, body } = await desk.attend(on, { ...values, part })
          const times = what === 'heads' ? who + 1 : 1
          const counts = part === 'participant'
          if (status === 201)
            present.push({ id: body.id, who: what === 'heads' ? '' : `${what}${who}`, at, times, counts })
        } else if (what === 'leave') {
          const gone = present.pop()
          if (gone) await desk.expectDone(desk.remove(attendance, gone.id))
        } else if (what === 'ask') await desk.register(id, { person: people[who], part })
        else {
          const [one] = await desk.rows(registration, `activity=${id}&state=admitted`)
          if (one) await desk.step(registration, one.id, 'withdraw', { withdrawReason: '有事' })
        }
      }
      const counted = present.filter(({ counts }) => counts)
      const named = counted.filter(({ who }) => who !== '')
      const heads = counted.filter(({ who }) => who === '').reduce((sum, { times }) => sum + times, 0)
      expect(await desk.figures(id)).toEqual({
        sessions: new Set(present.map(({ at }) => at)).size,
        persons: new Set(named.map(({ who }) => who)).size,
        personTimes: new Set(named.map(({ who, at }) => `${who} ${at}`)).size + heads,
      })
      const asked = (await desk.rows(registration, `activity=${id}&part=participant`)).map(({ fields }) => fields)
      const [admitted, waiting] = ['admitted', 'waiting'].map((state) => asked.filter((one) => one.state === state))
      expect(admitted?.length).toBeLessThanOrEqual(2)
      if (waiting && waiting.length > 0) expect(admitted).toHaveLength(2)
      const last = Math.max(0, ...(admitted ?? []).map(({ position }) => Number(position)))
      for (const { position } of waiting ?? []) expect(Number(position)).toBeGreaterThan(last)
      expect((await desk.read(activity, id)).state).toBe('running')
    }),
    { numRuns: 5, seed: 990_121, endOnFailure: true },
  )
})
