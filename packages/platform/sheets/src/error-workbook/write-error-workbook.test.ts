import { describe, expect, test } from 'vitest'
import type { SheetRow } from '../cell/cell.js'
import type { SheetValue } from '../cell/sheet-value.js'
import { suggestedMapping } from '../layout/layout.js'
import { recogniseLayout } from '../layout/recognise-layout.js'
import { classifyRow } from '../layout/row-kinds.js'
import { openSheet } from '../open/open-sheet.js'
import { bytesOf, rowsOf, valuesOf } from '../testing/collect.js'
import { personColumns } from '../testing/person-columns.js'
import { plainSheet, workbookOf } from '../testing/workbook-by-hand.js'
import { writeErrorWorkbook } from './write-error-workbook.js'

const sent: readonly (readonly SheetValue[])[] = [
  ['某县名册'],
  ['序号', '姓名', '残疾情况', '', '身份证号码', '发证日期', '乡镇'],
  ['', '', '类别', '等级', '', '', ''],
  [1, '王一', '肢体', '二级', 990121199001247900, { date: '2024-03-28' }, '城关镇'],
  [2, '=1+1', '肢体', '', '990121195002025678', '2024.3.28', ''],
]

async function sendBack(language: 'zh-CN' | 'en') {
  const rows = await rowsOf(await workbookOf(plainSheet('城关镇', sent, { merges: [[3, 6, 4, 6]] })))
  const layout = recogniseLayout(rows, personColumns)
  const rejected = rows.slice(3).map((row: SheetRow) => ({
    row,
    problems: [{ column: 4, text: '号码有误' }, { column: 3, text: '没有填写' }, { text: '重复' }],
  }))
  const file = await bytesOf(writeErrorWorkbook({ layout, rows: rejected, language, sheetName: '城关镇' }))
  const again = await rowsOf(file, '城关镇')
  return { layout, again, againLayout: recogniseLayout(again, personColumns) }
}

describe('the error workbook', () => {
  test('holds the rows as they were sent, behind what is wrong', async () => {
    const { again } = await sendBack('zh-CN')
    expect(valuesOf(again).slice(3)).toEqual([
      [
        '原第 4 行：【身份证号码】号码有误；【残疾情况 等级】没有填写；重复',
        1,
        '王一',
        '肢体',
        '二级',
        990121199001247900,
        '2024-03-28',
        '城关镇',
      ],
      [
        '原第 5 行：【身份证号码】号码有误；【残疾情况 等级】没有填写；重复',
        2,
        '=1+1',
        '肢体',
        null,
        '990121195002025678',
        '2024.3.28',
        '城关镇',
      ],
    ])
    expect(again[3]?.cells.map(({ kind }) => kind)).toEqual([
      'text',
      'number',
      'text',
      'text',
      'text',
      'number',
      'date',
      'text',
    ])
  })

  test.each(['zh-CN', 'en'] as const)('is read like the first file when it comes back (%s)', async (language) => {
    const { layout, again, againLayout } = await sendBack(language)
    const shifted = Object.fromEntries(
      Object.entries(suggestedMapping(layout)).map(([field, column]) => [field, column + 1]),
    )
    expect(suggestedMapping(againLayout)).toEqual(shifted)
    expect(againLayout.headerRows).toEqual([2, 3])
    expect(againLayout.columns[0]).toMatchObject({ role: 'problems' })
    expect(againLayout.notes.map(({ code }) => code)).toContain('problem-column')
    expect(again.map((row) => classifyRow(row, againLayout))).toEqual(['title', 'header', 'header', 'data', 'data'])
  })

  test('holds a sheet for each sheet that was sent', async () => {
    const { layout, again } = await sendBack('zh-CN')
    const sheet = (sheetName: string) => ({ layout, rows: [], language: 'zh-CN', sheetName }) as const
    const file = await bytesOf(writeErrorWorkbook([sheet('城关镇'), sheet('东关街道')]))
    expect((await openSheet(file)).sheets.map(({ name }) => name)).toEqual(['城关镇', '东关街道'])
    expect(valuesOf(await rowsOf(file, 1))).toEqual(valuesOf(again).slice(0, 3))
  })

  test('a second round does not add a second column', async () => {
    const { again, againLayout } = await sendBack('zh-CN')
    const rows = again.slice(3).map((row) => ({ row, problems: [{ column: 5, text: '号码仍有误' }] }))
    const third = await rowsOf(await bytesOf(writeErrorWorkbook({ layout: againLayout, rows, language: 'zh-CN' })))
    expect(valuesOf(third)[3]?.slice(0, 3)).toEqual(['原第 4 行：【身份证号码】号码仍有误', 1, '王一'])
  })
})
