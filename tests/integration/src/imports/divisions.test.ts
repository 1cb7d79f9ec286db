import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Desk, openDesk, type Person, planFile, runFile } from './desk.js'

let desk: Desk
let administrator: Person
beforeAll(async () => {
  desk = await openDesk([])
  administrator = desk.as({ id: 'administrator', at: 'all' })
})
afterAll(() => desk.stop())

const columns = '区划代码,名称,级别,演示用（虚构）'
const divisions = async (): Promise<readonly string[]> =>
  (await administrator.call('GET', '/system/divisions?limit=200')).body.rows.map(
    ({ fields }: { fields: { code: string; name: string } }) => `${fields.code} ${fields.name}`,
  )
const bring = (...rows: string[]) =>
  planFile(administrator, { kind: 'system.division', name: '区划.csv', content: [columns, ...rows].join('\n') })

it('a list of divisions that comes again changes those that are there, by their code, and adds the others', async () => {
  const before = await divisions()
  const same = await bring('990121100000,石桥镇,乡级,是', '990121100201,上河村,村级,是')
  expect(same.row).toMatchObject({ rows: 2, creates: 0, updates: 0, unchanged: 2, problems: 0 })
  const { id, row } = await bring(
    '990121100201,上河新村,村级,是',
    '990121100202,下河村,村级,是',
    '990121100203,中河村,村级,是',
  )
  expect(row).toMatchObject({ rows: 3, creates: 1, updates: 1, unchanged: 1, problems: 0 })
  expect((await runFile(administrator, id)).row).toMatchObject({ state: 'done' })
  const after = await divisions()
  expect(after).toHaveLength(before.length + 1)
  expect(after).toContain('990121100201 上河新村')
  expect(after).toContain('990121100203 中河村')
})

it('a code that stands in a file twice is refused in both rows', async () => {
  const { row } = await bring('990121100204,南河村,村级,是', '990121100204,北河村,村级,是')
  expect(row).toMatchObject({ rows: 2, problems: 2, creates: 0 })
})
