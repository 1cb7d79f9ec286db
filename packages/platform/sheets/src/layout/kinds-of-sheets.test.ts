import { beforeAll, describe, expect, test } from 'vitest'
import { cellAt, type SheetRow, textOf } from '../cell/cell.js'
import type { SheetValue } from '../cell/sheet-value.js'
import { openSheet } from '../open/open-sheet.js'
import { collect, rowsOf } from '../testing/collect.js'
import { personColumns } from '../testing/person-columns.js'
import { plainSheet, workbookOf } from '../testing/workbook-by-hand.js'
import { understandDisability } from '../understand/understand-disability.js'
import { type SheetLayout, suggestedMapping } from './layout.js'
import { layoutNoteText } from './layout-notes.js'
import { readClassified, recogniseSheets } from './read-data.js'
import { recogniseLayout } from './recognise-layout.js'
import { classifyRow } from './row-kinds.js'

type Merges = ReadonlyArray<readonly [number, number, number, number]>
const ids = [
  '990121199001011234',
  '990121195002025678',
  '990121198503039012',
  '990121197004043456',
  '990121196005057890',
]
const rowsFrom = async (rows: readonly (readonly SheetValue[])[], merges: Merges = []) =>
  rowsOf(await workbookOf(plainSheet('表', rows, { merges })))
const layoutOf = async (rows: readonly (readonly SheetValue[])[], merges: Merges = []) =>
  recogniseLayout(await rowsFrom(rows, merges), personColumns)
const kindsOf = (rows: readonly SheetRow[], layout: SheetLayout) =>
  Object.fromEntries(rows.map((row) => [row.number, classifyRow(row, layout)]))
const codes = (layout: SheetLayout) => layout.notes.map(({ code }) => code)

describe('two heading rows', () => {
  const rows = [
    ['某县名册', '', '', '', '', ''],
    ['序号', '姓名', '残疾情况', '', '监护人', '', '身份证号'],
    ['', '', '类别', '等级', '姓名', '电话', ''],
    [1, '王秀英', '肢体', '二级', '王刚', '19900001001', ids[0]],
    [2, '李军', '视力', '一级', '李强', '19900001002', ids[1]],
    [3, '赵敏', '听力', '三级', '赵磊', '19900001003', ids[2]],
  ]
  const mapping = { name: 1, category: 2, grade: 3, guardianName: 4, idNumber: 6 }

  test('with merged cells', async () => {
    const layout = await layoutOf(rows, [
      [0, 0, 0, 6],
      [1, 0, 2, 0],
      [1, 1, 2, 1],
      [1, 2, 1, 3],
      [1, 4, 1, 5],
      [1, 6, 2, 6],
    ])
    expect(layout.headerRows).toEqual([2, 3])
    expect(layout.columns.map(({ heading }) => heading)).toEqual([
      '序号',
      '姓名',
      '残疾情况 类别',
      '残疾情况 等级',
      '监护人 姓名',
      '监护人 电话',
      '身份证号',
    ])
    expect(suggestedMapping(layout)).toEqual(mapping)
    expect(layout.titleLines).toEqual(['某县名册'])
    expect(codes(layout)).toContain('two-header-rows')
  })

  test('without merged cells, as a CSV gives them', async () => {
    const layout = await layoutOf(rows)
    expect([layout.headerRows, suggestedMapping(layout)]).toEqual([[2, 3], mapping])
  })

  test('a column grouped under somebody else is never taken for the person', async () => {
    const layout = await layoutOf(rows)
    expect(layout.columns[5]?.suggestion).toBeUndefined()
    expect(layout.columns[5]?.alternatives.map(({ field }) => field)).toContain('phone')
  })

  test('groups over every column', async () => {
    const layout = await layoutOf(
      [
        ['基本信息', '', '残疾信息', ''],
        ['姓名', '身份证号', '残疾类别', '残疾等级'],
        ...ids.map((id, i) => [`王${'一二三四五'[i]}`, id, '肢体', '二级']),
      ],
      [
        [0, 0, 0, 1],
        [0, 2, 0, 3],
      ],
    )
    expect([layout.headerRows, suggestedMapping(layout)]).toEqual([
      [1, 2],
      { name: 0, idNumber: 1, category: 2, grade: 3 },
    ])
  })
})

test('a value merged downward stands for every row', async () => {
  const rows = await rowsFrom(
    [
      ['乡镇', '姓名', '身份证号'],
      ['城关镇', '王一', ids[0]],
      ['', '王二', ids[1]],
      ['', '王三', ids[2]],
      ['东关街道', '王四', ids[3]],
    ],
    [[1, 0, 3, 0]],
  )
  const layout = recogniseLayout(rows, personColumns)
  expect(rows.slice(1).map((row) => textOf(cellAt(row, 0)))).toEqual(['城关镇', '城关镇', '城关镇', '东关街道'])
  expect(codes(layout)).toEqual(['merged-values'])
})

describe('rows that are no data', () => {
  let rows: readonly SheetRow[]
  let layout: SheetLayout
  beforeAll(async () => {
    rows = await rowsFrom(
      [
        ['导出人：张三 2026-11-24 用途：复核'],
        ['序号', '姓名', '身份证号', '补贴金额', '联系电话'],
        ['甲', '乙', '1', '2', '3'],
        ['一、城关镇', '', '', '', ''],
        [1, '王一', ids[0], 80, '19900001001'],
        [2, '王二', ids[1], 80, '19900001002'],
        ['小计', '', '', 160, ''],
        ['东关街道', '', '', '', ''],
        ['序号', '姓 名', '身份证号', '补贴\n金额', '联系电话'],
        [3, '王三', ids[2], 80, '19900001003'],
        ['', '合 计', '', 240, ''],
        [4, '', '', '', ''],
        ['总计：3人', '', '', '', ''],
        ['单位负责人：李四', '', '填表人：', '王五', '联系电话：19900001009'],
        ['2026年10月31日', '', '', '', ''],
        ['注：本表一式两份', '', '', '', ''],
        ['', '赵无号', '', '', ''],
      ],
      [
        [0, 0, 0, 4],
        [3, 0, 3, 4],
      ],
    )
    layout = recogniseLayout(rows, personColumns)
  })

  test('are known for what they are', () => {
    expect(kindsOf(rows, layout)).toEqual({
      1: 'title',
      2: 'header',
      3: 'column-numbers',
      4: 'section',
      5: 'data',
      6: 'data',
      7: 'subtotal',
      8: 'section',
      9: 'repeated-header',
      10: 'data',
      11: 'subtotal',
      12: 'blank',
      13: 'subtotal',
      14: 'footer',
      15: 'footer',
      16: 'footer',
      17: 'data',
    })
    expect(codes(layout)).toEqual(['subtotals', 'footer', 'repeated-headers', 'section-titles', 'column-numbers'])
  })

  test('and their notes read as sentences in both languages', () => {
    for (const note of layout.notes) {
      expect(layoutNoteText(note, 'zh-CN')).not.toMatch(/\{\{/)
      expect(layoutNoteText(note, 'en')).not.toMatch(/\{\{/)
    }
  })
})

test('category and grade in one cell, several disabilities in one cell', async () => {
  const rows = await rowsFrom([
    ['姓名', '身份证号', '残疾类别等级'],
    ['王一', ids[0], '肢体二级'],
    ['王二', ids[1], '视力一级,肢体三级'],
    ['王三', ids[2], '听力残疾三级'],
  ])
  const layout = recogniseLayout(rows, personColumns)
  expect(suggestedMapping(layout)).toEqual({ name: 0, idNumber: 1, disability: 2 })
  expect(codes(layout)).toEqual(['combined-disability', 'several-disabilities'])
  const read = rows.slice(1).map((row) => understandDisability(cellAt(row, 2)))
  expect(read.map((reading) => reading.ok && reading.understoodAs)).toEqual([
    '肢体二级',
    '多重一级（视力一级、肢体三级）',
    '听力三级',
  ])
})

test('ticks for yes, blanks between', async () => {
  const layout = await layoutOf([
    ['姓名', '身份证号', '低保户'],
    ['王一', ids[0], '√'],
    ['王二', ids[1], ''],
    ['王三', ids[2], '√'],
    ['王四', ids[3], '✓'],
  ])
  expect(suggestedMapping(layout)).toMatchObject({ isLowIncome: 2 })
  expect(layout.notes).toEqual([{ code: 'ticks', column: 2, params: { column: '低保户' } }])
})

test('a sheet for each town, a cover sheet and a hidden sheet', async () => {
  const town = (name: string, id: string | undefined) =>
    plainSheet(name, [
      ['姓名', '身份证号', '残疾类别'],
      ['王一', id, '肢体'],
    ])
  const file = await workbookOf(
    plainSheet('封面', [['示范县名册'], ['二〇二六年十月']]),
    town('城关镇', ids[0]),
    town('东关街道', ids[1]),
    plainSheet(
      '码表',
      [
        ['姓名', '身份证号'],
        ['王九', ids[2]],
      ],
      { hidden: true },
    ),
  )
  const workbook = await openSheet(file)
  const sheets = await recogniseSheets(workbook, personColumns)
  expect(sheets.map(({ name, hidden, isOffered }) => [name, hidden, isOffered])).toEqual([
    ['封面', false, false],
    ['城关镇', false, true],
    ['东关街道', false, true],
    ['码表', true, false],
  ])
  const found: unknown[] = []
  for (const sheet of sheets.filter(({ isOffered }) => isOffered)) {
    for (const { row, kind, context } of await collect(readClassified(workbook, sheet.name, sheet.layout))) {
      if (kind === 'data') found.push([context.sheetName, textOf(cellAt(row, 1))])
    }
  }
  expect(found).toEqual([
    ['城关镇', ids[0]],
    ['东关街道', ids[1]],
  ])
})

test('section titles stand in the context of the rows below', async () => {
  const workbook = await openSheet(
    await workbookOf(
      plainSheet('表', [
        ['姓名', '身份证号', '备注'],
        ['城关镇', '', ''],
        ['王一', ids[0], ''],
        ['东关街道', '', ''],
        ['王二', ids[1], ''],
      ]),
    ),
  )
  const [sheet] = await recogniseSheets(workbook, personColumns)
  const read = await collect(readClassified(workbook, 0, sheet?.layout as SheetLayout))
  expect(read.filter(({ kind }) => kind === 'data').map(({ context }) => context.section)).toEqual([
    '城关镇',
    '东关街道',
  ])
})
