import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { SheetValue } from './cell/sheet-value.js'
import { streamCsv } from './csv-writer/stream-csv.js'
import { suggestedMapping } from './layout/layout.js'
import { recogniseLayout } from './layout/recognise-layout.js'
import { bytesOf, rowsOf } from './testing/collect.js'
import { personColumns } from './testing/person-columns.js'
import { streamRows } from './xlsx-writer/stream-rows.js'

const awkward = fc.constantFrom(
  "=cmd|' /C calc'!A0",
  '+8613000000000',
  '-1',
  '@SUM(A1)',
  '＝1+1',
  ' \t=1',
  '\uFEFF=1',
  "'=1",
  "''-2",
  '="0012"',
  '㛃䶮𬭚',
  '阿依古丽·买买提',
  '行一\n行二',
  '行一\r\n行二',
  '"引号"',
  '""',
  'a,b;c\td|e',
  '_x0041_',
  '_x005F_',
  '990121199001011234',
  '990121199001011234\t',
  '0012',
  '0012\t\t',
  '<b>&amp;</b>',
  ']]>',
  ' 前后 ',
  '\u0001\u001F',
  'TRUE',
  '1e5',
  "'",
  "'''",
  'sep=;',
  '\r',
  '\t',
  '\uFFFE',
)
const text = fc.oneof(
  awkward,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const day = fc
  .date({ min: new Date('1900-03-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())
const date = fc.oneof(
  day.map((iso) => iso.slice(0, 10)),
  day.map((iso) => iso.slice(0, 19).replace('T00:00:00', '')),
)
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((n) => (n === 0 ? 0 : n))
const value: fc.Arbitrary<SheetValue> = fc.oneof(
  text,
  number,
  fc.boolean(),
  date.map((iso) => ({ date: iso })),
  fc.constant(null),
)
const width = 4
const columns = Array.from({ length: width }, (_, i) => ({ heading: `列${i + 1}` }))
const rows = fc.array(fc.array(value, { minLength: width, maxLength: width }), { maxLength: 6 })

function written(values: readonly SheetValue[], asText: boolean): unknown[] {
  return trimmed(
    values.map((v) => {
      if (v === '' || v === undefined) return null
      if (typeof v === 'object' && v !== null) return asText ? v.date.replace('T', ' ') : v.date
      if (!asText || v === null) return v
      return typeof v === 'boolean' ? String(v).toUpperCase() : String(v)
    }),
  )
}

function trimmed(values: unknown[]): unknown[] {
  return values.slice(0, values.findLastIndex((v) => v !== null) + 1)
}

function expected(table: readonly (readonly SheetValue[])[], asText: boolean) {
  return [
    columns.map((column) => column.heading),
    ...table.map((row) => written(row, asText)).filter((row) => row.length > 0),
  ]
}

describe('what is written is read back the same', () => {
  test.prop([rows])('as .xlsx, with the kinds of values', async (table) => {
    const read = await rowsOf(await bytesOf(streamRows({ columns, rows: table })))
    expect(read.map((row) => row.cells.map((cell) => cell.value))).toEqual(expected(table, false))
    expect(read.flatMap((row) => row.cells).some((cell) => cell.formula)).toBe(false)
  })

  test.prop([rows])('as CSV in UTF-8, as texts', async (table) => {
    const read = await rowsOf(await bytesOf(streamCsv({ columns, rows: table })))
    expect(read.map((row) => row.cells.map((cell) => cell.value))).toEqual(expected(table, true))
  })

  // the private use area has no fixed place in GB18030, and a zero byte stands for UTF-16
  const encodable = (table: SheetValue[][]) =>
    table.flat().every((cell) => typeof cell !== 'string' || !(cell.includes('\0') || /\p{Co}/u.test(cell)))
  test.prop([rows.filter(encodable)])('as CSV in GB18030, as texts', async (table) => {
    const read = await rowsOf(await bytesOf(streamCsv({ columns, rows: table, encoding: 'gb18030' })))
    expect(read.map((row) => row.cells.map((cell) => cell.value))).toEqual(expected(table, true))
  })
})

test('the watermark is a title, and the headings are found below it, in both kinds of file', async () => {
  const people = [
    ['王秀英', '990121199001011234'],
    ['李军', '990121195002025678'],
  ]
  const sheet = {
    columns: [{ heading: '姓名' }, { heading: '身份证号' }],
    rows: people,
    watermark: '张三 2026-11-24 导出，用途：补贴复核',
  }
  for (const file of [streamRows(sheet), streamCsv(sheet)]) {
    const layout = recogniseLayout(await rowsOf(await bytesOf(file)), personColumns)
    expect([layout.titleLines, layout.headerRows]).toEqual([[sheet.watermark], [2, 2]])
    expect(suggestedMapping(layout)).toEqual({ name: 0, idNumber: 1 })
  }
})

test('numbers that are none, and texts beyond what a cell holds, are refused', async () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 'x'.repeat(32_768)]) {
    await expect(bytesOf(streamRows({ columns, rows: [[value]] }))).rejects.toMatchObject({
      code: 'VALUE_NOT_WRITABLE',
    })
  }
  await expect(bytesOf(streamCsv({ columns, rows: [[Number.NaN]] }))).rejects.toMatchObject({
    code: 'VALUE_NOT_WRITABLE',
  })
})

test('a failure while rows are made reaches the reader of the file', async () => {
  async function* failing() {
    yield ['王秀英']
    throw new Error('the database went away')
  }
  await expect(bytesOf(streamRows({ columns, rows: failing() }))).rejects.toThrow('the database went away')
  await expect(bytesOf(streamCsv({ columns, rows: failing() }))).rejects.toThrow('the database went away')
})

test('several sheets are written into one file, each under its name', async () => {
  const file = await bytesOf(
    streamRows([
      { sheetName: '章节', columns: [{ heading: '标题' }], rows: [['工作任务']] },
      { sheetName: '项目', columns: [{ heading: '编号', kind: 'text' }], rows: [['3.10'], ['3.2']] },
      { columns: [{ heading: '空' }], rows: [] },
    ]),
  )
  expect((await rowsOf(file, '章节')).map((row) => row.cells[0]?.value)).toEqual(['标题', '工作任务'])
  expect((await rowsOf(file, '项目')).map((row) => row.cells[0]?.value)).toEqual(['编号', '3.10', '3.2'])
  expect(await rowsOf(file, 'Sheet3')).toHaveLength(1)
})
