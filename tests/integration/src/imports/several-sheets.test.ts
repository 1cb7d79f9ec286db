import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { visitsServer } from '@opendpf/fixtures'
import { openSheet, readRows, recogniseLayout, type SheetRow, textOf, writeErrorWorkbook } from '@opendpf/sheets'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Desk, openDesk, type Person, planFile } from './desk.js'

let desk: Desk
let clerk: Person
beforeAll(async () => {
  desk = await openDesk([visitsServer])
  clerk = desk.as({ id: 'clerk' })
})
afterAll(() => desk.stop())

async function rowsOf(bytes: Uint8Array, name: string, sheet = 0): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of readRows(await openSheet(bytes, { name }), sheet)) rows.push(row)
  return rows
}

/** A workbook of several sheets with the headings of a list of households. */
async function workbookOf(sheets: Readonly<Record<string, readonly string[]>>): Promise<Uint8Array> {
  const parts = await Promise.all(
    Object.entries(sheets).map(async ([sheetName, lines]) => {
      const text = ['户主,乡镇,村,联系电话', ...lines].join('\n')
      const rows = await rowsOf(new TextEncoder().encode(text), 'x.csv')
      return {
        layout: recogniseLayout(rows, []),
        rows: rows.slice(1).map((row) => ({ row, problems: [] })),
        language: 'zh-CN' as const,
        sheetName,
      }
    }),
  )
  return buffer(Readable.from(writeErrorWorkbook(parts)))
}

it('what is wrong in any sheet of a file comes back, each in its own, and sheets without a mistake do not', async () => {
  const content = await workbookOf({
    石桥镇: ['张三,石桥镇,上河村,199', '李四,石桥镇,上河村,19900000002'],
    城关街道: ['王五,城关街道,东街社区,19900000003'],
    别处: ['赵六,石桥镇,下河村,1990', '钱七,石桥镇,没有的村,19900000004'],
  })
  const { id, row } = await planFile(clerk, { kind: 'visits.household', name: '走访.xlsx', content })
  expect(row).toMatchObject({ rows: 5, creates: 2, problems: 3 })
  const file = await clerk.call('GET', `/system/imports/${id}/errors.xlsx`)
  const workbook = await openSheet(file.bytes, { name: 'x.xlsx' })
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['石桥镇', '别处'])
  const said = async (sheet: number) =>
    (await rowsOf(file.bytes, 'x.xlsx', sheet))
      .map(({ cells }) => cells.map((cell) => textOf(cell)).join(' '))
      .filter((text) => text.startsWith('原第'))
  expect(await said(0)).toMatchObject([expect.stringContaining('张三')])
  expect(await said(1)).toMatchObject([expect.stringContaining('赵六'), expect.stringContaining('钱七')])
})
