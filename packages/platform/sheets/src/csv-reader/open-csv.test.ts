import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { openSheet } from '../open/open-sheet.js'
import { rowsOf, valuesOf } from '../testing/collect.js'

const table = [
  ['姓名', '身份证号', '备注'],
  ['王秀英', '990121199001011234', '低保户'],
  ['李䶮', '990121195002025678', '㛃𬭚'],
]
const lines = (delimiter: string, end = '\r\n') => table.map((row) => row.join(delimiter)).join(end) + end
const bytes = (...parts: (string | Uint8Array)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))))
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

const files: readonly (readonly [string, Uint8Array, string, string])[] = [
  ['UTF-8 with a byte order mark', bytes('\uFEFF', lines(',')), 'utf-8', ','],
  ['UTF-8 without', bytes(lines(',', '\n')), 'utf-8', ','],
  ['GB18030 with semicolons', bytes(iconv.encode(lines(';'), 'gb18030')), 'gb18030', ';'],
  ['GB18030 with its own mark', bytes(iconv.encode(`\uFEFF${lines(',')}`, 'gb18030')), 'gb18030', ','],
  [
    'UTF-16 LE with tabs, as Excel saves Unicode text',
    bytes(Buffer.from(`\uFEFF${lines('\t')}`, 'utf16le')),
    'utf-16le',
    '\t',
  ],
  ['UTF-16 LE without a mark', bytes(Buffer.from(lines(','), 'utf16le')), 'utf-16le', ','],
  ['UTF-16 BE', bytes(utf16be(`\uFEFF${lines(',')}`)), 'utf-16be', ','],
  ['old Mac line ends', bytes(lines('|', '\r')), 'utf-8', '|'],
]

describe('encodings and delimiters are found out', () => {
  test.each(files)('%s', async (_, file, encoding, delimiter) => {
    expect((await openSheet(file)).textForm).toEqual({ encoding, delimiter })
    expect(valuesOf(await rowsOf(file))).toEqual(table)
  })
})

test('tabs behind long numbers keep a comma file a comma file, and are taken away', async () => {
  const file = bytes(
    iconv.encode('姓名,身份证号,证号\r\n王秀英,990121199001011234\t,99012119900101123442\t\r\n', 'gb18030'),
  )
  expect((await openSheet(file)).textForm?.delimiter).toBe(',')
  expect(valuesOf(await rowsOf(file))[1]).toEqual(['王秀英', '990121199001011234', '99012119900101123442'])
})

test('a short GBK text that is valid UTF-8 by chance is read as Chinese', async () => {
  const file = bytes(iconv.encode('联通,缂栫爜\n', 'gb18030').subarray(0, 4), '\n')
  expect(new TextDecoder('utf-8', { fatal: false }).decode(file)).not.toBe('联通\n')
  expect(valuesOf(await rowsOf(file))).toEqual([['联通']])
})

test('the first line may say the delimiter', async () => {
  const rows = await rowsOf(bytes('sep=;\r\na;b,c\r\n'))
  expect(rows.map((row) => [row.number, row.cells.map((cell) => cell.value)])).toEqual([[2, ['a', 'b,c']]])
})

test('rows are counted as a spreadsheet program counts them', async () => {
  const rows = await rowsOf(bytes('a,b\r\n\r\n"x\r\ny",2\r\n,\r\n3,\r\n'))
  expect(rows.map((row) => [row.number, row.cells.map((cell) => cell.value)])).toEqual([
    [1, ['a', 'b']],
    [3, ['x\r\ny', '2']],
    [5, ['3']],
  ])
})

test('="…" is a text, quotes inside a field are kept', async () => {
  expect(valuesOf(await rowsOf(bytes('="0012",张"三",5"\n')))).toEqual([['0012', '张"三"', '5"']])
})

test('what the sender says goes before what is found out', async () => {
  const file = bytes(iconv.encode('é;ü', 'latin1'))
  const options = { csv: { encoding: 'utf-16le', delimiter: '#' } } as const
  expect((await openSheet(file, options)).textForm).toEqual({ encoding: 'utf-16le', delimiter: '#' })
})

test('the name of the file names the sheet, and rows are estimated', async () => {
  const workbook = await openSheet(bytes(lines(',')), { name: '花名册.csv' })
  expect(workbook.sheets).toEqual([{ name: '花名册', hidden: false, rowsAtMost: 3 }])
})
