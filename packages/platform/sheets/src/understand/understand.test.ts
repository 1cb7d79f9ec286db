import { ethnicGroups, sexes } from '@opendpf/standards'
import { describe, expect, test } from 'vitest'
import { type Cell, emptyCell, textCell } from '../cell/cell.js'
import { understandCode } from './understand-code.js'
import { understandDate } from './understand-date.js'
import { understandDisability } from './understand-disability.js'
import { understandLongNumber } from './understand-long-number.js'
import { understandName } from './understand-name.js'
import { understandNumber } from './understand-number.js'
import { understandPhone } from './understand-phone.js'
import { understandYesNo } from './understand-yes-no.js'

const text = (value: string): Cell => textCell(0, value)
const number = (value: number): Cell => ({
  kind: 'number',
  value,
  raw: String(value),
  column: 0,
  formula: false,
  merged: false,
})
const failed: Cell = { kind: 'error', value: '#N/A', raw: '#N/A', column: 0, formula: true, merged: false }

const short = (reading: { ok: boolean; value?: unknown; reason?: string; warnings?: readonly string[] }) =>
  reading.ok ? [reading.value, ...(reading.warnings ?? [])] : reading.reason

describe('long numbers', () => {
  test.each([
    [text('990121199001011234'), ['990121199001011234']],
    [text(' 990121199001011234 '), ['990121199001011234']],
    [text('990121199001011234\t'), ['990121199001011234']],
    [text("'99012119900101123x"), ['99012119900101123X']],
    [text('９９０１２１１９４９０４０４４８３７'), ['990121194904044837', 'FULL_WIDTH_READ']],
    [text('990121 19900101 1234'), ['990121199001011234', 'SPACES_REMOVED']],
    [text('6222-0000-1111-2222'), ['6222000011112222']],
    [text('="0012345678901"'), ['0012345678901']],
    [text('990121199001011000'), ['990121199001011000', 'PERHAPS_SPOILED']],
    [number(19900001001), ['19900001001', 'STORED_AS_NUMBER']],
    [number(990121199001247900), 'SPOILED_BY_EXCEL'],
    [text('9.90121E+17'), 'SPOILED_BY_EXCEL'],
    [text('9.90121198805031E+17'), 'SPOILED_BY_EXCEL'],
    [number(12.5), 'LONG_NUMBER_FORMAT'],
    [text('不详'), 'LONG_NUMBER_FORMAT'],
    [text('\t'), 'EMPTY'],
    [emptyCell(0), 'EMPTY'],
    [failed, 'FORMULA_ERROR'],
  ])('%#', (cell, expected) => expect(short(understandLongNumber(cell))).toEqual(expected))
})

describe('dates', () => {
  test.each([
    [text('2025.10.28'), ['2025-10-28']],
    [text('2021年1月6日'), ['2021-01-06']],
    [text('2021 年 1 月 6 日'), ['2021-01-06']],
    [text('２０２１/１/６'), ['2021-01-06']],
    [text('20210106'), ['2021-01-06']],
    [number(20210106), ['2021-01-06']],
    [text('2021-01-06 08:00:00'), ['2021-01-06', 'TIME_DROPPED']],
    [number(45379), ['2024-03-28', 'SERIAL_READ_AS_DATE']],
    [text('45379'), ['2024-03-28', 'SERIAL_READ_AS_DATE']],
    [number(1958), 'DATE_INCOMPLETE'],
    [text('2021年1月'), 'DATE_INCOMPLETE'],
    [text('2021-02-30'), 'DATE_NOT_REAL'],
    [text('6/1/21'), 'DATE_FORMAT'],
    [text('长期'), 'DATE_OPEN_END'],
    [emptyCell(0), 'EMPTY'],
  ])('%#', (cell, expected) => expect(short(understandDate(cell))).toEqual(expected))

  test('a date cell that shows the month only is read with a reservation', () => {
    const cell: Cell = {
      kind: 'date',
      value: '2026-10-01',
      shows: 'month',
      raw: '46296',
      column: 0,
      formula: false,
      merged: false,
    }
    expect(short(understandDate(cell))).toEqual(['2026-10-01', 'MONTH_ONLY_SHOWN'])
  })
})

describe('names', () => {
  test.each([
    ['王㛃', ['王㛃']],
    ['张𬭚', ['张𬭚']],
    ['刘 军', ['刘军', 'SPACES_REMOVED']],
    ['林　平　英', ['林平英', 'SPACES_REMOVED']],
    ['阿依古丽·买买提', ['阿依古丽·买买提']],
    ['阿依古丽•买买提', ['阿依古丽·买买提', 'DOT_UNIFIED']],
    ['阿依古丽．买买提', ['阿依古丽·买买提', 'DOT_UNIFIED']],
    ['阿依古丽.买买提', ['阿依古丽·买买提', 'DOT_UNIFIED']],
    ['阿依古丽 ・ 买买提', ['阿依古丽·买买提', 'SPACES_REMOVED', 'DOT_UNIFIED']],
    ['John Smith', ['John Smith']],
    ['李\uE863', 'UNREADABLE_CHARACTER'],
    ['李?', 'UNREADABLE_CHARACTER'],
    ['张*', 'NAME_MASKED'],
    ['张某某', 'NAME_MASKED'],
    ['张三（已故）', 'NAME_WITH_NOTE'],
    ['12345', 'NAME_FORMAT'],
    [' ', 'EMPTY'],
  ])('%s', (name, expected) => expect(short(understandName(text(name)))).toEqual(expected))
})

describe('disabilities', () => {
  const read = (cell: string, grade?: string) => {
    const reading = understandDisability(text(cell), grade === undefined ? undefined : text(grade))
    return reading.ok ? [reading.understoodAs, ...reading.warnings] : reading.reason
  }
  test.each([
    ['肢体二级', undefined, ['肢体二级']],
    ['肢体残疾二级', undefined, ['肢体二级']],
    ['肢体残疾（2级）', undefined, ['肢体二级']],
    ['二级肢体', undefined, ['肢体二级']],
    ['肢体Ⅱ级', undefined, ['肢体二级']],
    ['肢体2', undefined, ['肢体二级']],
    ['肢 体 二 级', undefined, ['肢体二级']],
    ['视力一级,肢体三级', undefined, ['多重一级（视力一级、肢体三级）']],
    ['视力一级肢体三级', undefined, ['多重一级（视力一级、肢体三级）']],
    ['视力一级\n肢体三级', undefined, ['多重一级（视力一级、肢体三级）']],
    ['多重二级（听力二级、言语三级）', undefined, ['多重二级（听力二级、言语三级）']],
    ['多重一级（听力二级、言语三级）', undefined, ['多重一级（听力二级、言语三级）', 'HEAD_DIFFERS']],
    ['多重', '一级', ['多重一级', 'COMPONENTS_NOT_WRITTEN']],
    ['肢体、智力', '二级', ['多重二级（肢体、智力）', 'GRADE_NOT_PER_COMPONENT']],
    ['4', undefined, ['肢体', 'CODE_READ', 'GRADE_MISSING']],
    ['42', undefined, ['肢体二级', 'CODE_READ']],
    ['肢体', '3', ['肢体三级']],
    ['肢体残疾', '三级', ['肢体三级']],
    ['肢体二级', '二级', ['肢体二级']],
    ['肢体二级', '三级', 'GRADE_CONFLICT'],
    ['肢体', '重度', 'DISABILITY_UNKNOWN'],
    ['聋哑', '一级', 'DISABILITY_AMBIGUOUS'],
    ['肢体二级,肢体三级', undefined, 'DISABILITY_TWICE'],
    ['肢体4', undefined, 'DISABILITY_AMBIGUOUS'],
    ['4肢体', '二级', ['肢体二级']],
    ['健全', undefined, 'DISABILITY_UNKNOWN'],
    ['二级', undefined, 'DISABILITY_UNKNOWN'],
  ])('%s %s', (cell, grade, expected) => expect(read(cell, grade)).toEqual(expected))
})

test.each([
  ['是', [true]],
  ['√', [true]],
  ['☑是 □否', [true]],
  ['□是 ☑否', [false]],
  ['V', [true, 'READ_AS_TICK']],
  ['×', [false]],
  ['否', [false]],
  ['□', [false]],
  ['也许', 'YES_NO_UNKNOWN'],
  ['2', 'YES_NO_UNKNOWN'],
])('yes or no: %s', (value, expected) => expect(short(understandYesNo(text(value)))).toEqual(expected))

test('in a column of ticks an empty cell is a no, if the caller says so', () => {
  expect(understandYesNo(emptyCell(0))).toEqual({ ok: false, reason: 'EMPTY' })
  expect(short(understandYesNo(emptyCell(0), { emptyMeans: false }))).toEqual([false])
})

test.each([
  ['19900001001', '19900001001', []],
  ['199 0000 1001', '19900001001', []],
  ['+86 199-0000-1001', '19900001001', []],
  ['1990000100１', '19900001001', []],
  ['0931-1234567', '0931-1234567', []],
  ['（010）12345678', '010-12345678', []],
  ['0931-1234567-12', '0931-1234567-12', []],
  ['1234567', '1234567', []],
  ['19900001001/19900001002', '19900001001', ['19900001002']],
  ['19900001001 0931-1234567', '19900001001', ['0931-1234567']],
])('phone: %s', (cell, first, others) => {
  expect(understandPhone(text(cell))).toMatchObject({ ok: true, value: { number: first, others } })
})

test.each(['1990000100', '无', '19900001001/12'])('no phone: %s', (cell) => {
  expect(understandPhone(text(cell))).toEqual({ ok: false, reason: 'PHONE_FORMAT' })
})

test.each([
  [text('1,200.50元'), [1200.5, 'UNIT_DROPPED']],
  [text('３００'), [300]],
  [number(5), [5]],
  [text('1.2万元'), 'NUMBER_FORMAT'],
  [text('约300'), 'NUMBER_FORMAT'],
])('numbers %#', (cell, expected) => expect(short(understandNumber(cell))).toEqual(expected))

test('codes are read by name, synonym or code, and the nearest names are offered', () => {
  expect(short(understandCode(sexes, text('男性')))).toEqual(['1'])
  expect(short(understandCode(sexes, number(2)))).toEqual(['2', 'CODE_READ'])
  expect(short(understandCode(ethnicGroups, number(1)))).toEqual(['01', 'LEADING_ZERO_ADDED'])
  expect(understandCode(ethnicGroups, text('维吾族'))).toEqual({
    ok: false,
    reason: 'CODE_UNKNOWN',
    candidates: expect.arrayContaining(['维吾尔族']),
  })
})
