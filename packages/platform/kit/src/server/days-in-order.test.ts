import { fc, test } from '@fast-check/vitest'
import { addDays } from '@opendpf/standards'
import { expect } from 'vitest'
import { keepDaysInOrder } from './days-in-order.js'

const today = '2026-06-15'
/** A step that was not taken has no day; some lie in the future. */
const day = fc.option(
  fc.integer({ min: -30, max: 5 }).map((after) => addDays(today, after)),
  { nil: null },
)

test.prop([fc.record({ foundOn: day, screenedOn: day, operatedOn: day })])(
  'days are taken as they are only if each follows the one before and none lies after today',
  (values) => {
    const refused: string[] = []
    const days = ['foundOn', 'screenedOn', 'operatedOn'] as const
    keepDaysInOrder({ values, refuse: (field, message) => refused.push(`${field} ${message}`) }, days, {
      record: 'cataract',
      today,
    })
    const taken = days.flatMap((name) => values[name] ?? [])
    const isSound = taken.every((one, index) => one <= today && (index === 0 || one >= (taken[index - 1] ?? '')))
    expect(refused.length === 0).toBe(isSound)
    for (const name of days)
      if ((values[name] ?? '') > today) expect(refused).toContain(`${name} cataract.problem.future`)
  },
)
