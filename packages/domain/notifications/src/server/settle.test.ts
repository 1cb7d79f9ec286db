import { fc, it } from '@fast-check/vitest'
import { expect, it as plain } from 'vitest'
import { mostAttempts, pauseAfter, settle } from './settle.js'
import { wakingHours } from './telling/waking-hours.js'

const now = new Date('2026-06-15T02:00:00Z')
const later = { kind: 'later', reason: 'HTTP 500' } as const

plain('a message that is not taken is tried for about two days, and then given up', () => {
  const [attempts, waited] = [mostAttempts - 1, Array.from({ length: mostAttempts - 1 }, (_, i) => pauseAfter(i + 1))]
  const hours = waited.reduce((sum, pause) => sum + pause, 0) / 3_600_000
  expect(hours).toBeGreaterThan(40)
  expect(hours).toBeLessThan(60)
  expect(settle({ attempts }, later, now)).toMatchObject({
    step: 'giveUp',
    values: { attempts: mostAttempts, nextAt: null },
  })
})

it.prop([
  fc.nat({ max: mostAttempts - 2 }),
  fc.constantFrom('sent' as const, 'refused' as const, 'unknown' as const, 'later' as const, 'down' as const),
])('it is tried again exactly while it can still arrive', (attempts, kind) => {
  const outcome = kind === 'sent' ? { kind, receipt: null } : { kind, reason: 'x' }
  const { step, values } = settle({ attempts }, outcome, now)
  expect(values.attempts).toBe(attempts + 1)
  expect(step === undefined).toBe(kind === 'later' || kind === 'down')
  expect(typeof values.nextAt === 'string' && values.nextAt > now.toISOString()).toBe(step === undefined)
})

it.prop([fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })])(
  'nobody is woken, and by day nobody waits',
  (at) => {
    const then = wakingHours(at)
    const hourOf = (date: Date) => (date.getUTCHours() + 8) % 24
    expect(hourOf(then)).toBeGreaterThanOrEqual(8)
    expect(hourOf(then)).toBeLessThan(20)
    expect(then.getTime() - at.getTime()).toBeGreaterThanOrEqual(0)
    expect(then.getTime() - at.getTime()).toBeLessThanOrEqual(12 * 3_600_000)
    if (hourOf(at) >= 8 && hourOf(at) < 20) expect(then).toEqual(at)
  },
)
