import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { mostAtOnce } from './tenures.js'

const days = Array.from({ length: 28 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`)
const tenure = fc.tuple(fc.nat(27), fc.option(fc.nat(27))).map(([first, last]) => ({
  since: days[first] ?? '',
  until: last === null ? null : (days[Math.max(first, last)] ?? ''),
}))

describe('people in a post at once', () => {
  it('counts only those of the same days', () => {
    const whole = { since: '2026-02-01', until: null }
    expect(mostAtOnce([], whole)).toBe(0)
    expect(
      mostAtOnce(
        [
          { since: '2026-02-01', until: '2026-02-10' },
          { since: '2026-02-11', until: null },
        ],
        whole,
      ),
    ).toBe(1)
    expect(
      mostAtOnce(
        [
          { since: '2026-02-01', until: '2026-02-10' },
          { since: '2026-02-10', until: null },
        ],
        whole,
      ),
    ).toBe(2)
    expect(mostAtOnce([{ since: '2026-01-01', until: '2026-01-31' }], whole)).toBe(0)
  })

  property.prop([fc.array(tenure, { maxLength: 6 }), tenure])('is what counting every day says', (tenures, during) => {
    const counts = [...days, '2026-03-01']
      .filter((day) => during.since <= day && (during.until === null || day <= during.until))
      .map((day) => tenures.filter(({ since, until }) => since <= day && (until === null || day <= until)).length)
    expect(mostAtOnce(tenures, during)).toBe(Math.max(...counts))
  })
})
