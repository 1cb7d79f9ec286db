import { fc, it } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { isoFromDayNumber } from '../calendar/day-number.js'
import { formatChineseDate } from '../chinese-text/chinese-date.js'
import { parseDateText } from './parse-date-text.js'

describe('dates as people write them', () => {
  test.for([
    '2024-05-06',
    '2024-5-6',
    '20240506',
    '2024/5/6',
    '2024/05/06',
    '2024.5.6',
    '2024年5月6日',
    '2024年05月06号',
    '2024 年 5 月 6 日',
    '２０２４年５月６日',
    '２０２４－０５－０６',
    '二〇二四年五月六日',
    '二零二四年五月六日',
    '　2024-05-06 ',
  ])('%s', (text) => {
    expect(parseDateText(text)).toEqual({ ok: true, value: '2024-05-06', warnings: [] })
  })

  test.for(['2024-05-06 00:00:00', '2024-05-06T08:30', '2024/5/6 8:30', '2024-05-06 00:00:00.000'])(
    '%s, the time left out with a warning',
    (text) => {
      expect(parseDateText(text)).toEqual({ ok: true, value: '2024-05-06', warnings: ['TIME_DROPPED'] })
    },
  )
})

describe('refused', () => {
  test.for([
    ['', 'EMPTY'],
    ['　 ', 'EMPTY'],
    [undefined, 'EMPTY'],
    [null, 'EMPTY'],
    ['2024-5', 'INCOMPLETE'],
    ['2024', 'INCOMPLETE'],
    ['202405', 'INCOMPLETE'],
    ['2024年5月', 'INCOMPLETE'],
    ['2024年', 'INCOMPLETE'],
    ['2024-02-30', 'DATE'],
    ['2023年2月29日', 'DATE'],
    ['二〇二三年二月二十九日', 'DATE'],
    ['20241301', 'DATE'],
    ['24-5-6', 'FORMAT'],
    ['6/5/2024', 'FORMAT'],
    ['2024-5/6', 'FORMAT'],
    ['2024-05-06Z', 'FORMAT'],
    ['2024-05-06T00:00:00Z', 'FORMAT'],
    ['无', 'FORMAT'],
    [45_418, 'FORMAT'],
    [{}, 'FORMAT'],
  ] as const)('%s is %s', ([input, reason]) => {
    expect(parseDateText(input)).toMatchObject({ ok: false, reason })
  })
})

it.prop([fc.integer({ min: -719_162, max: 2_932_896 })])('every date is read back from each of its forms', (number) => {
  const date = isoFromDayNumber(number)
  const forms = [
    date,
    date.replaceAll('-', ''),
    date.replaceAll('-', '/'),
    formatChineseDate(date),
    formatChineseDate(date, 'chinese'),
  ]
  // a year below 1000 has fewer than four digits in the Arabic form, which is not read
  for (const form of date >= '1000' ? forms : forms.filter((text) => !/^\d{1,3}年/.test(text))) {
    expect(parseDateText(form)).toMatchObject({ ok: true, value: date })
  }
})
