import { describe, expect, test } from 'vitest'
import { openSheet } from '../open/open-sheet.js'
import { rowsOf, valuesOf } from '../testing/collect.js'
import { plainSheet, workbookByHand, workbookOf } from '../testing/workbook-by-hand.js'
import { formatMeaning } from './number-format.js'

const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const styles = (...formats: readonly string[]) =>
  `<styleSheet><numFmts>${formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`).join('')}</numFmts>` +
  `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="57"/>` +
  `${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs></styleSheet>`

test('shared texts: rich text is joined, phonetic guides are left out, escapes are undone', async () => {
  const strings =
    '<sst><si><r><t>残疾</t></r><r><t xml:space="preserve"> 人</t></r></si>' +
    '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si></sst>'
  const sheet = sheetOf(
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="s"><v>2</v></c><c r="E2" t="s"><v>9</v></c></row>',
  )
  const rows = await rowsOf(await workbookByHand({ sheet, strings }))
  expect(rows.map(({ number }) => number)).toEqual([2])
  expect(valuesOf(rows)).toEqual([['残疾 人', null, '東京', 'a\rb_x0041_']])
})

test('formulas give their saved result and are marked', async () => {
  const sheet = sheetOf(
    '<row><c><f>1+1</f><v>2</v></c><c t="str"><f>A1&amp;"x"</f><v>2x</v></c><c t="b"><v>1</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>B9</f></c></row>',
  )
  const [row] = await rowsOf(await workbookByHand({ sheet }))
  expect(row?.cells.map(({ kind, value, formula }) => [kind, value, formula])).toEqual([
    ['number', 2, true],
    ['text', '2x', true],
    ['boolean', true, false],
    ['error', '#DIV/0!', true],
    ['empty', null, true],
  ])
})

describe('dates by number format', () => {
  const cells = (...list: readonly (readonly [style: number, value: string])[]) =>
    sheetOf(`<row>${list.map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`).join('')}</row>`)

  test('built-in, Chinese and own formats', async () => {
    const sheet = cells(
      [0, '45379'],
      [1, '45379'],
      [2, '45379'],
      [3, '45379'],
      [4, '45379.5'],
      [5, '0.5'],
      [1, '60'],
      [1, '59'],
      [1, '-1'],
    )
    const [row] = await rowsOf(
      await workbookByHand({ sheet, styles: styles('yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@', 'h:mm') }),
    )
    expect(row?.cells.map((cell) => [cell.kind, cell.value, cell.kind === 'date' ? cell.shows : ''])).toEqual([
      ['number', 45379, ''],
      ['date', '2024-03-28', 'day'],
      ['date', '2024-03-28', 'day'],
      ['date', '2024-03-28', 'month'],
      ['date', '2024-03-28T12:00:00', 'day'],
      ['number', 0.5, ''],
      ['number', 60, ''],
      ['date', '1900-02-28', 'day'],
      ['number', -1, ''],
    ])
  })

  test('the 1904 system', async () => {
    const workbook =
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="x" sheetId="1" r:id="rId1"/></sheets></workbook>'
    const [row] = await rowsOf(
      await workbookByHand({ sheet: cells([1, '43917'], [1, '0']), styles: styles(), workbook }),
    )
    expect(row?.cells.map(({ value }) => value)).toEqual(['2024-03-28', '1904-01-01'])
  })

  test('ISO dates of strict workbooks', async () => {
    const [row] = await rowsOf(
      await workbookByHand({ sheet: sheetOf('<row><c t="d"><v>2024-03-28T00:00:00.000Z</v></c></row>') }),
    )
    expect(row?.cells[0]).toMatchObject({ kind: 'date', value: '2024-03-28' })
  })

  test.each([
    ['General', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0.00"元/日"', 'number'],
    ['@', 'number'],
    ['[Red]0', 'number'],
    ['h:mm:ss', 'number'],
    ['[h]:mm', 'number'],
    ['yyyy-mm-dd', 'day'],
    ['[$-804]yyyy"年"m"月"d"日";@', 'day'],
    ['m/d/yy h:mm', 'day'],
    ['yyyy"年"m"月"', 'month'],
    ['mmm\\-yy', 'month'],
    ['yyyy\\-mm\\-dd\\ hh:mm:ss.000', 'day'],
  ] as const)('%s is a %s', (code, meaning) => expect(formatMeaning(code)).toBe(meaning))
})

test('names with a namespace prefix, and cells without references', async () => {
  const sheet =
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:dimension ref="A1:B7"/><x:sheetData>' +
    '<x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>二</x:t></x:is></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row>' +
    '</x:sheetData><x:mergeCells><x:mergeCell ref="B1:B2"/></x:mergeCells></x:worksheet>'
  const file = await workbookByHand({ sheet })
  expect((await openSheet(file)).sheets).toEqual([{ name: '表一', hidden: false, rowsAtMost: 7 }])
  const rows = await rowsOf(file)
  expect(valuesOf(rows)).toEqual([
    [1, '二'],
    [3, '二'],
  ])
  expect(rows[1]?.cells[1]).toMatchObject({ merged: true, column: 1 })
})

test('a value of a merged range stands in every cell of the range', async () => {
  const rows = await rowsOf(
    await workbookOf(
      plainSheet(
        's',
        [
          ['城关镇', '甲', 1],
          ['', '乙', 2],
          ['', '', ''],
          ['', '丙', 3],
          ['东关', '丁', 4],
          ['合并', '', '', '末'],
        ],
        {
          merges: [
            [0, 0, 3, 0],
            [5, 0, 5, 2],
            [7, 0, 9, 0],
          ],
        },
      ),
    ),
  )
  expect(rows.map((row) => [row.number, ...row.cells.map((cell) => `${cell.value}${cell.merged ? '*' : ''}`)])).toEqual(
    [
      [1, '城关镇', '甲', '1'],
      [2, '城关镇*', '乙', '2'],
      [4, '城关镇*', '丙', '3'],
      [5, '东关', '丁', '4'],
      [6, '合并', '合并*', '合并*', '末'],
    ],
  )
})

test('hidden sheets are listed as such, and sheets are found by name and position', async () => {
  const file = await workbookOf(plainSheet('城关镇', [['甲']]), plainSheet('码表', [['乙']], { hidden: true }))
  const workbook = await openSheet(file)
  expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['城关镇', false],
    ['码表', true],
  ])
  expect(valuesOf(await rowsOf(file, '码表'))).toEqual([['乙']])
  expect(valuesOf(await rowsOf(file, 1))).toEqual([['乙']])
  await expect(rowsOf(file, '没有')).rejects.toMatchObject({ code: 'SHEET_NOT_FOUND', params: { sheet: '没有' } })
})
