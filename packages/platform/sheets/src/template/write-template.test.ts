import { describe, expect, test } from 'vitest'
import { suggestedMapping } from '../layout/layout.js'
import { recogniseSheets } from '../layout/read-data.js'
import { classifyRow } from '../layout/row-kinds.js'
import { openSheet } from '../open/open-sheet.js'
import { byteSource } from '../source/byte-source.js'
import { bytesOf, rowsOf, valuesOf } from '../testing/collect.js'
import { personColumns } from '../testing/person-columns.js'
import { unpackText } from '../zip/unpack-entry.js'
import { readZipDirectory } from '../zip/zip-directory.js'
import type { TemplateOptions } from './template-options.js'
import { writeTemplate } from './write-template.js'

const towns = Array.from({ length: 60 }, (_, i) => `示范县第${i + 1}镇人民政府驻地`)
const options: TemplateOptions = {
  title: '示范县持证残疾人登记表',
  language: 'zh-CN',
  notes: ['每人一行。'],
  columns: personColumns.map(({ field, labels, kind, required }) => ({
    heading: labels[0],
    kind,
    required: required ?? false,
    ...(field === 'sex' ? { list: 'sex' } : {}),
    ...(field === 'town' ? { list: 'towns' } : {}),
    ...(field === 'remarks' ? { note: '"引号"、<尖括号>和&\n换行' } : {}),
  })),
  lists: { sex: ['男', '女'], towns, unused: ['x'] },
  rows: 100,
}

const part = async (file: Uint8Array, name: string) => {
  const source = await byteSource(file)
  const entry = (await readZipDirectory(source)).get(name)
  return entry === undefined ? '' : unpackText(source, entry, 10_000_000)
}

describe('a template', () => {
  test.each(['zh-CN', 'en'] as const)('is understood when it comes back (%s)', async (language) => {
    const file = await bytesOf(writeTemplate({ ...options, language }))
    const workbook = await openSheet(file)
    const [data, instructions, lists] = await recogniseSheets(workbook, personColumns)
    expect(data?.layout.headerRows).toEqual([2, 2])
    expect(data?.layout.titleLines).toEqual([options.title])
    expect(suggestedMapping(data?.layout ?? never())).toEqual(
      Object.fromEntries(personColumns.map(({ field }, i) => [field, i])),
    )
    expect([data?.isOffered, instructions?.isOffered, lists?.isOffered]).toEqual([true, false, false])
    expect(workbook.sheets.map(({ hidden }) => hidden)).toEqual([false, false, true])
    const rows = await rowsOf(file)
    expect(rows.map((row) => classifyRow(row, data?.layout ?? never()))).toEqual(['title', 'header'])
  })

  test('keeps identifiers text, shows dates as dates, and freezes the headings', async () => {
    const sheet = await part(await bytesOf(writeTemplate(options)), 'xl/worksheets/sheet1.xml')
    const styles = await part(await bytesOf(writeTemplate(options)), 'xl/styles.xml')
    const formats = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id]) => id)
    const columnFormats = [...sheet.matchAll(/<col [^>]*?style="(\d+)"/g)].map(([, style]) => formats[Number(style)])
    expect(columnFormats).toEqual(personColumns.map(({ kind }) => (kind === 'date' ? '164' : '49')))
    expect(sheet).toContain('<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>')
  })

  test('offers short lists in the rule and long ones from the hidden sheet', async () => {
    const file = await bytesOf(writeTemplate(options))
    const sheet = await part(file, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('sqref="B3:B102" type="list"><formula1>&quot;男,女&quot;</formula1>')
    expect(sheet).toContain('sqref="J3:J102" type="list"><formula1>_lists!$A$1:$A$60</formula1>')
    expect(sheet).toContain('sqref="R3:R102" type="list"><formula1>&quot;是,否&quot;</formula1>')
    expect(sheet).toContain('prompt="&quot;引号&quot;、&lt;尖括号&gt;和&amp;&#10;换行"')
    expect(sheet.match(/<dataValidation /g)).toHaveLength(personColumns.length)
    expect(valuesOf(await rowsOf(file, '_lists'))).toEqual(towns.map((town) => [town]))
  })

  test('explains every column on its own sheet', async () => {
    const rows = valuesOf(await rowsOf(await bytesOf(writeTemplate(options)), '填写说明'))
    expect(rows.slice(0, 2)).toEqual([[options.title], ['1. 每人一行。']])
    expect(rows.find(([heading]) => heading === '公民身份号码')).toEqual(
      ['公民身份号码', '是', expect.stringContaining('18 位'), null, null].slice(0, 3),
    )
    expect(rows.find(([heading]) => heading === '乡镇')?.[3]).toMatch(/等 60 项，见下拉列表$/)
    expect(rows).toHaveLength(1 + 4 + 1 + personColumns.length)
  })
})

function never(): never {
  throw new Error('no such sheet')
}
