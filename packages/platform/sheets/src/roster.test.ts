import { fileURLToPath } from 'node:url'
import { parseCertificateNumber, parseResidentId, sexes } from '@opendpf/standards'
import { beforeAll, describe, expect, test } from 'vitest'
import { cellAt, type SheetRow, textOf } from './cell/cell.js'
import { type SheetLayout, suggestedMapping } from './layout/layout.js'
import { recogniseLayout } from './layout/recognise-layout.js'
import { classifyRow, type RowKind } from './layout/row-kinds.js'
import { openSheet, readRows } from './open/open-sheet.js'
import { collect } from './testing/collect.js'
import { personColumns } from './testing/person-columns.js'
import { understandCode } from './understand/understand-code.js'
import { understandDate } from './understand/understand-date.js'
import { understandDisability } from './understand/understand-disability.js'
import { understandLongNumber } from './understand/understand-long-number.js'
import { understandName } from './understand/understand-name.js'
import { understandPhone } from './understand/understand-phone.js'
import { understandYesNo } from './understand/understand-yes-no.js'

const file = fileURLToPath(new URL('../../../../tests/fixtures/data/roster-messy.xlsx', import.meta.url))

let rows: readonly SheetRow[]
let layout: SheetLayout
beforeAll(async () => {
  const workbook = await openSheet(file)
  expect(workbook.sheets).toEqual([{ name: '花名册', hidden: false, rowsAtMost: 408 }])
  rows = await collect(readRows(workbook, '花名册'))
  layout = recogniseLayout(rows.slice(0, 200), personColumns)
})

const kindOf = (row: SheetRow) => classifyRow(row, layout)
const dataRows = () => rows.filter((row) => kindOf(row) === 'data')
const cellOf = (row: SheetRow, field: string) => cellAt(row, suggestedMapping(layout)[field] ?? -1)

describe('the roster as counties send it', () => {
  test('title and headings are found', () => {
    expect(layout.headerRows).toEqual([3, 3])
    expect(layout.dataFrom).toBe(4)
    expect(layout.titleLines).toEqual([
      '示范县持证残疾人花名册（2026年10月）',
      '填报单位：示范县残联（盖章）',
      '单位：人',
    ])
  })

  test('every column is understood', () => {
    expect(layout.columns.map(({ heading, role, suggestion }) => [heading, suggestion?.field ?? role])).toEqual([
      ['序号', 'sequence'],
      ['姓名', 'name'],
      ['性别', 'sex'],
      ['民族', 'ethnicGroup'],
      ['身份证号码', 'idNumber'],
      ['残疾人证号', 'certificateNumber'],
      ['残疾类别', 'category'],
      ['残疾等级', 'grade'],
      ['户口性质', 'householdType'],
      ['乡镇（街道）', 'town'],
      ['村（社区）', 'village'],
      ['联系电话', 'phone'],
      ['发证日期', 'issuedOn'],
      ['有效期至', 'validUntil'],
      ['婚姻状况', 'maritalStatus'],
      ['文化程度', 'education'],
      ['是否低保', 'isLowIncome'],
      ['备注', 'remarks'],
    ])
    expect(
      layout.columns
        .filter(({ suggestion }) => suggestion !== undefined)
        .every(({ suggestion }) => (suggestion?.confidence ?? 0) >= 0.9),
    ).toBe(true)
    expect(layout.columns.some(({ suggestion }) => suggestion?.contentDisagrees)).toBe(false)
    expect([layout.ambiguities, layout.missing]).toEqual([[], []])
  })

  test('401 rows are data, the others are known for what they are', () => {
    const kinds = new Map<RowKind, number>()
    for (const row of rows) kinds.set(kindOf(row), (kinds.get(kindOf(row)) ?? 0) + 1)
    expect(Object.fromEntries(kinds)).toEqual({ title: 2, header: 1, data: 401, footer: 1 })
    expect(rows.filter((row) => row.number === 305 || row.number === 406)).toEqual([])
  })

  test('what is wrong in it, by kind', () => {
    const found: Record<string, number[]> = {}
    const note = (what: string, row: SheetRow) => {
      found[what] = [...(found[what] ?? []), row.number]
    }
    for (const row of dataRows()) {
      const readings = {
        name: understandName(cellOf(row, 'name')),
        id: understandLongNumber(cellOf(row, 'idNumber')),
        certificate: understandLongNumber(cellOf(row, 'certificateNumber')),
        sex: understandCode(sexes, cellOf(row, 'sex')),
        issued: understandDate(cellOf(row, 'issuedOn')),
        until: understandDate(cellOf(row, 'validUntil')),
        disability: understandDisability(cellOf(row, 'category'), cellOf(row, 'grade')),
        phone: understandPhone(cellOf(row, 'phone')),
        lowIncome: understandYesNo(cellOf(row, 'isLowIncome')),
      }
      for (const [field, reading] of Object.entries(readings)) {
        if (!reading.ok) note(`${field} ${reading.reason}`, row)
        else
          for (const warning of reading.warnings)
            if (warning !== 'COMPONENTS_NOT_WRITTEN') note(`${field} ${warning}`, row)
      }
    }
    expect(found).toEqual({
      'id SPOILED_BY_EXCEL': [40, 77, 114, 151, 188, 226, 263, 300, 338, 375],
      'id FULL_WIDTH_READ': [62, 121, 180, 240, 299, 359],
      'name SPACES_REMOVED': [82, 161, 241, 321, 400],
    })
  })

  test('what the numbers themselves say is wrong', () => {
    const options = { today: '2026-11-24' }
    const wrong: Record<string, number[]> = {}
    const note = (what: string, row: SheetRow) => {
      wrong[what] = [...(wrong[what] ?? []), row.number]
    }
    const seen = new Set<string>()
    for (const row of dataRows()) {
      const certificate = understandLongNumber(cellOf(row, 'certificateNumber'))
      const parsed = parseCertificateNumber(certificate.ok ? certificate.value : '', options)
      if (!parsed.ok) note(`certificate ${parsed.reason}`, row)
      const disability = understandDisability(cellOf(row, 'category'), cellOf(row, 'grade'))
      if (parsed.ok && disability.ok) {
        const { category, grade } = disability.value
        if (parsed.value.category !== category || parsed.value.grade !== grade) note('certificate differs', row)
      }
      const number = understandLongNumber(cellOf(row, 'idNumber'))
      if (!number.ok) continue
      if (seen.has(number.value)) note('repeated', row)
      seen.add(number.value)
      const id = parseResidentId(number.value, options)
      if (!id.ok) note(`id ${id.reason}`, row)
      else if ((id.value.sex === 'male' ? '男' : '女') !== textOf(cellOf(row, 'sex'))) note('sex differs', row)
    }
    expect(wrong).toEqual({
      'id CHECK': [64, 125, 186, 248, 310, 371],
      'sex differs': [100, 197, 295, 393],
      repeated: [204],
      'certificate FORMAT': [70, 137, 205, 272, 340],
    })
  })

  test('dates in three forms are all read', () => {
    const texts = dataRows().filter((row) => cellOf(row, 'issuedOn').kind === 'text')
    expect(texts).toHaveLength(10)
    expect(texts.slice(0, 2).map((row) => understandDate(cellOf(row, 'issuedOn')))).toMatchObject([
      { ok: true, value: '2025-10-28' },
      { ok: true, value: '2021-01-06' },
    ])
    expect(layout.notes).toContainEqual({
      code: 'several-date-forms',
      column: 12,
      params: { column: '发证日期', count: 3 },
    })
  })

  test('rare characters, the dot and texts like formulas stay what they are', () => {
    const names = new Map(dataRows().map((row) => [row.number, textOf(cellOf(row, 'name'))]))
    expect([44, 85, 126, 167].map((number) => names.get(number))).toEqual(['阿依古丽·买买提', '王㛃', '李䶮', '张𬭚'])
    const remarks = dataRows()
      .map((row) => cellOf(row, 'remarks'))
      .filter((cell) => cell.kind === 'text')
    expect(remarks.map(({ value, formula }) => [value, formula])).toEqual(Array(3).fill(["=cmd|' /C calc'!A0", false]))
  })

  test('the notes name what a person must know', () => {
    expect(layout.notes.map(({ code }) => code)).toEqual(['spoiled-numbers', 'several-date-forms'])
  })
})
