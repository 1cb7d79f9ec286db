import { householdTypes } from '@opendpf/standards'
import { describe, expect, test } from 'vitest'
import type { SheetValue } from '../cell/sheet-value.js'
import { rowsOf } from '../testing/collect.js'
import { personColumns } from '../testing/person-columns.js'
import { plainSheet, workbookOf } from '../testing/workbook-by-hand.js'
import type { ColumnSpec } from './column-spec.js'
import { type SheetLayout, suggestedMapping } from './layout.js'
import { recogniseLayout } from './recognise-layout.js'

const ids = [
  '990121199001011234',
  '990121195002025678',
  '990121198503039012',
  '990121197004043456',
  '990121196005057890',
]
const layoutOf = async (rows: readonly (readonly SheetValue[])[]) =>
  recogniseLayout(await rowsOf(await workbookOf(plainSheet('表', rows))), personColumns)
const codes = (layout: SheetLayout) => layout.notes.map(({ code }) => code)

describe('columns that do not fit', () => {
  const people = ids.map((id, i) => [`王${'一二三四五'[i]}`, id])

  test('unknown ones are named with the nearest field; required ones that nobody claims are missing', async () => {
    const layout = await layoutOf([['姓名', '残疾人证件', '鞋码'], ...people.map(([name]) => [name, '甲', 40])])
    expect(layout.missing).toEqual(['idNumber'])
    expect(layout.columns[2]).toMatchObject({ heading: '鞋码', alternatives: [] })
    expect(layout.columns[1]?.suggestion).toBeUndefined()
    expect(layout.columns[1]?.alternatives.map(({ field }) => field)).toContain('certificateNumber')
  })

  test('two columns with the same claim are an ambiguity, and neither is chosen', async () => {
    const layout = await layoutOf([
      ['姓名', '身份证号', '联系电话', '手机号码'],
      ...people.map((row) => [...row, '19900001001', '19900001002']),
    ])
    expect(layout.ambiguities).toEqual([{ field: 'phone', columns: [2, 3] }])
    expect(suggestedMapping(layout)).toEqual({ name: 0, idNumber: 1 })
  })

  test("somebody else's name and number are not the person's", async () => {
    const layout = await layoutOf([
      ['户主姓名', '户主身份证号', '姓名'],
      ...people.map(([name, id]) => [name, id, name]),
    ])
    expect(suggestedMapping(layout)).toEqual({ name: 2 })
  })

  test('cells are weighed by the list they are read with, never against names alone', async () => {
    const rows = [['姓名', '户口性质'], ...people.map(([name]) => [name, '农业'])]
    const names: ColumnSpec = {
      field: 'householdType',
      labels: ['户口性质'],
      kind: 'code',
      values: ['农业户口', '居民户口'],
    }
    const suggestionFor = async (spec: ColumnSpec, cells = rows) =>
      recogniseLayout(await rowsOf(await workbookOf(plainSheet('表', cells))), [spec, ...personColumns.slice(0, 1)])
        .columns[1]?.suggestion
    expect(await suggestionFor(names)).toEqual({ field: 'householdType', confidence: 1, because: 'same-heading' })
    expect(await suggestionFor({ ...names, list: householdTypes })).toEqual(await suggestionFor(names))
    const others = rows.map(([name, type]) => [name, type === '农业' ? '80元' : type])
    expect(await suggestionFor({ ...names, list: householdTypes }, others)).toMatchObject({ contentDisagrees: true })
  })

  test('a heading whose cells say otherwise is doubted', async () => {
    const layout = await layoutOf([['姓名', '身份证号', '联系电话'], ...people.map(([name]) => [name, '无', '无'])])
    expect(layout.columns[1]?.suggestion).toMatchObject({ field: 'idNumber', contentDisagrees: true })
  })

  test('a column of citizen numbers under 编号 is found by its content', async () => {
    const layout = await layoutOf([['姓名', '编号', '备注'], ...people.map((row) => [...row, '无'])])
    expect(layout.columns[1]?.suggestion).toEqual({ field: 'idNumber', confidence: 0.6, because: 'content' })
  })

  test('misspelt and decorated headings are found', async () => {
    const layout = await layoutOf([
      ['姓　名（必填）', '＊身份证号：', '残疾人证号码', '婚姻情况', '户籍性质'],
      ...people.map((row) => [...row, '', '未婚', '农业']),
    ])
    expect(suggestedMapping(layout)).toEqual({
      name: 0,
      idNumber: 1,
      certificateNumber: 2,
      maritalStatus: 3,
      householdType: 4,
    })
  })
})

test('no headings at all', async () => {
  const layout = await layoutOf(ids.map((id, i) => [`王${'一二三四五'[i]}`, id]))
  expect([layout.headerRows, layout.dataFrom, codes(layout)]).toEqual([undefined, 1, ['no-header']])
  expect(layout.columns[1]?.suggestion).toMatchObject({ field: 'idNumber', because: 'content' })
})

test('headings nobody knows are still found, as a guess', async () => {
  const layout = await layoutOf([
    ['鞋码', '帽子', '颜色'],
    [40, '甲', '红'],
    [41, '乙', '蓝'],
  ])
  expect([layout.headerRows, codes(layout)]).toEqual([[1, 1], ['header-not-certain']])
})

test('English headings', async () => {
  const layout = await layoutOf([
    ['No.', 'Name', 'ID Number', 'Disability category', 'GENDER'],
    ...ids.map((id, i) => [i + 1, `王${'一二三四五'[i]}`, id, '肢体', '男']),
  ])
  expect(suggestedMapping(layout)).toEqual({ name: 1, idNumber: 2, category: 3, sex: 4 })
})
