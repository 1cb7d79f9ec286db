import { fc, it } from '@fast-check/vitest'
import { expect } from 'vitest'
import { weekdayOf } from '../calendar/day-number.js'
import { isIsoDate } from '../calendar/iso-date.js'
import { occasionDay, occasionsOf } from './occasion-day.js'
import { springFestivals } from './spring-festivals.js'

it('tells fixed and moving days', () => {
  expect(occasionDay('ear-day', 2026)).toBe('2026-03-03')
  // the 21st Helping Day was on 15 May 2011, the 36th on 17 May 2026
  expect(occasionDay('helping-day', 2011)).toBe('2011-05-15')
  expect(occasionDay('helping-day', 2026)).toBe('2026-05-17')
  expect(occasionDay('helping-day', 2022)).toBe('2022-05-15')
  expect(occasionDay('deaf-day', 2026)).toBe('2026-09-27')
  expect(occasionDay('spring-festival', 2019)).toBeUndefined()
  expect(() => occasionDay('new-year', 0)).toThrow(RangeError)
})

it('knows the Spring Festivals that the lunar calendar of the runtime has', () => {
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
  // the new moons of 2027 and 2030 come some minutes before and after midnight in Beijing, on the other side of it in the runtime's tables
  const { 2027: before, 2030: after, ...others } = springFestivals
  expect([before, after]).toEqual(['2027-02-06', '2030-02-03'])
  for (const day of Object.values(others)) expect(lunar.format(new Date(`${day}T00:00:00Z`)), day).toBe('1/1')
})

it.prop([fc.integer({ min: 2020, max: 2035 })])('has the days of a year in order, each in it', (year) => {
  const days = occasionsOf(year).map(({ day }) => day)
  expect(days).toEqual(days.toSorted())
  expect(days.every((day) => isIsoDate(day) && day.startsWith(String(year)))).toBe(true)
  expect(weekdayOf(occasionDay('helping-day', year) ?? '')).toBe(7)
})
