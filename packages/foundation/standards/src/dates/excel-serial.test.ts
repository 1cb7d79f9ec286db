import { fc, it } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar/day-number.js'
import { fromExcelSerial } from './excel-serial.js'

describe('serial numbers of the 1900 system', () => {
  test.for([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [45_418, '2024-05-06'],
    [45_418.999, '2024-05-06'],
    [46_350, '2026-11-24'],
    [2_958_465, '9999-12-31'],
  ] as const)('%d is %s', ([serial, date]) => {
    expect(fromExcelSerial(serial)).toEqual({ ok: true, value: date, warnings: [] })
  })

  test.for([0, 0.5, -1, 60, 60.5, 2_958_466, Number.NaN, Number.POSITIVE_INFINITY, '45418', undefined, null])(
    '%s is none',
    (serial) => {
      expect(fromExcelSerial(serial)).toEqual({ ok: false, reason: 'SERIAL' })
    },
  )

  it.prop([fc.integer({ min: 61, max: 2_958_464 })])('follow one another day by day', (serial) => {
    const [today, tomorrow] = [fromExcelSerial(serial), fromExcelSerial(serial + 1)]
    expect(today.ok && tomorrow.ok && addDays(today.value, 1) === tomorrow.value).toBe(true)
  })
})
