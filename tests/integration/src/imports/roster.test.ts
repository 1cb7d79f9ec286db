import { certificatesServer } from '@opendpf/certificates/server'
import { personsServer } from '@opendpf/persons/server'
import { openSheet, readRows, textOf } from '@opendpf/sheets'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Desk, openDesk, type Person, planFile, rowsOf, runFile } from './desk.js'
import { addPlacesOf, messyRoster } from './roster.js'

// hundreds of rows several times over, on a machine that may be busy
vi.setConfig({ testTimeout: 180_000 })

let desk: Desk
let clerk: Person
let roster: Uint8Array

beforeAll(async () => {
  desk = await openDesk([personsServer, certificatesServer])
  clerk = desk.as({ id: 'clerk', name: '小李' })
  roster = await messyRoster()
  await addPlacesOf(roster, desk.server)
})
afterAll(() => desk.stop())

const kind = 'certificates.roster'
const plan = (content: Uint8Array | string, name = '花名册.xlsx') => planFile(clerk, { kind, name, content })

/** Everything that the registers hold, without the marks of system time. */
async function registers(): Promise<string> {
  const rows = await desk.server.write(async ({ read, registry }) => {
    const refs = ['persons.person', 'certificates.certificate', 'persons.status']
    return Promise.all(refs.map((ref) => read.many(registry.record(ref), {})))
  })
  return JSON.stringify(
    rows
      .flat()
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).filter(([name]) => !['version', 'recordedAt', 'recordedBy'].includes(name)),
        ),
      ),
  )
}

/** A file of one line, with headings a county uses. */
const line = (...cells: readonly string[]): string =>
  `姓名,身份证号,残疾人证号,残疾类别等级,发证日期,乡镇,村,联系电话\n${cells.join(',')}`

describe('a roster as a county sends it', () => {
  test('is read, refused where it must be, written, recognised again, and taken back', async () => {
    const before = await registers()
    const { id, row, uploaded } = await plan(roster)
    const mapped = uploaded.sheets[0].layout.columns.flatMap(
      ({ heading, field }: { heading: string; field?: string }) => (field ? [[heading, field]] : []),
    )
    expect(mapped).toContainEqual(['残疾类别', 'certificate.category'])
    expect(mapped).toContainEqual(['村（社区）', 'person.division@village'])
    expect(row).toMatchObject({ state: 'planned', rows: 401, updates: 0, unchanged: 0 })
    expect(row).toMatchObject({ creates: 369, problems: 32 })
    const problems = await rowsOf(clerk, id, 'problems')
    expect(problems).toHaveLength(row.problems)
    // numbers that a spreadsheet program spoiled, wrong check digits, one person twice: none of it is guessed
    const codes = Object.groupBy(
      problems.flatMap(({ problems: found }) => found.map(({ code }) => code)),
      (code) => code,
    )
    expect(Object.fromEntries(Object.entries(codes).map(([code, all]) => [code, all?.length]))).toMatchObject({
      SPOILED_BY_EXCEL: 10,
      CHECK: 6,
      twiceInFile: 4,
    })
    expect(
      problems
        .filter(({ problems: found }) => found.some(({ code }) => code === 'twiceInFile'))
        .map((each) => each.row),
    ).toEqual([203, 204])
    expect(JSON.stringify(problems)).not.toMatch(/\d{15}/)

    const run = await runFile(clerk, id, 'valid-rows')
    expect(run.row).toMatchObject({ state: 'done', creates: row.creates })
    const allowances = await desk.server.write(({ read, registry }) =>
      read.count(registry.record('persons.status'), { kind: 'allowance' }),
    )
    expect(allowances).toBeGreaterThan(100)
    const again = await plan(roster, '同一份.xlsx')
    expect(again.row).toMatchObject({
      rows: 401,
      creates: 0,
      updates: 0,
      unchanged: row.creates,
      problems: row.problems,
    })

    const undo = await clerk.call('POST', `/system/imports/${id}/undo`)
    expect(await clerk.done(undo.body.job)).toMatchObject({ state: 'done' })
    expect(await registers()).toBe(before)
    expect(desk.failures).toEqual([])
  })

  test('comes back with what is wrong beside each refused row, and is understood when it is sent again', async () => {
    const { id, row } = await plan(roster)
    const file = await clerk.call('GET', `/system/imports/${id}/errors.xlsx`)
    const workbook = await openSheet(file.bytes, { name: 'x.xlsx' })
    const first: string[] = []
    for await (const cells of readRows(workbook, 0)) first.push(textOf(cells.cells[0] ?? ({ kind: 'empty' } as never)))
    expect(first.filter((text) => text.startsWith('原第'))).toHaveLength(row.problems)
    const again = await plan(file.bytes, '待改正.xlsx')
    expect(again.row).toMatchObject({ rows: row.problems, creates: 0, problems: row.problems })
  })
})

describe('a row is a person and a certificate', () => {
  const person = [
    '王一',
    '990121198503070012',
    '99012119850307001242',
    '肢体二级',
    '2020-05-06',
    '石桥镇',
    '上河村',
  ] as const

  test('of which a known person is kept and a new certificate added; a changed value is an update that undo takes back', async () => {
    const people = await clerk.call('POST', '/persons/persons', {
      name: '王一',
      idNumber: person[1],
      division: '990121100201',
      phone: '19900000001',
    })
    expect(people.status).toBe(201)
    const first = await plan(line(...person, '19900000009'))
    expect(first.row).toMatchObject({ creates: 0, updates: 1, problems: 0 })
    const [changed] = await rowsOf(clerk, first.id, 'changes')
    expect(changed?.changes).toContainEqual({
      field: 'person.phone',
      label: '联系电话',
      before: '19900000001',
      after: '19900000009',
    })
    await runFile(clerk, first.id)
    const stored = await clerk.call('GET', `/persons/persons/${people.body.id}`)
    expect(stored.body.fields).toMatchObject({
      phone: '19900000009',
      isCertified: true,
      disabilityCategory: '4',
      disabilityGrade: '2',
    })
    const undo = await clerk.call('POST', `/system/imports/${first.id}/undo`)
    expect(await clerk.done(undo.body.job)).toMatchObject({ state: 'done', result: { removed: 1, restored: 1 } })
    expect((await clerk.call('GET', `/persons/persons/${people.body.id}`)).body.fields).toMatchObject({
      phone: '19900000001',
      disabilityCategory: null,
    })
  })

  test('an empty cell erases nothing', async () => {
    const { row } = await plan(line(...person, ''))
    expect(row).toMatchObject({ problems: 0, updates: 1 })
  })

  test('a person without a certificate number is a person only; a certificate without a person is refused', async () => {
    const only = await plan(line('赵二', '990121196208150045', '', '', '', '石桥镇', '上河村', ''))
    expect(only.row).toMatchObject({ creates: 1, problems: 0 })
    const none = await plan(line('', '', '99012119620815004571', '', '2020-05-06', '', '', ''))
    expect(none.row).toMatchObject({ creates: 0, problems: 1 })
  })

  test('a certificate number that belongs to another person is refused', async () => {
    const { id } = await plan(line(...person, ''))
    await runFile(clerk, id)
    const { id: other, row } = await plan(
      line('赵二', '990121196208150045', person[2], '肢体二级', '2020-05-06', '石桥镇', '上河村', ''),
    )
    expect(row).toMatchObject({ problems: 1 })
    const [refused] = await rowsOf(clerk, other, 'problems')
    expect(refused?.problems.map(({ code }) => code)).toContain('linkedToOther')
  })

  test('what somebody changed after the dry run is not overwritten unseen', async () => {
    const { id } = await plan(line(...person, '19900000008'))
    desk.server.clock.advance(1000)
    const [found] = (
      await clerk.call('POST', '/persons/persons/query', { lookup: { field: 'idNumber', value: person[1] } })
    ).body.rows
    await desk.server.as()(
      'PATCH',
      `/api/v1/persons/persons/${found.id}`,
      { phone: '19900000007' },
      { 'if-match': `"${found.version}"` },
    )
    const { job, row } = await runFile(clerk, id)
    expect(job).toMatchObject({ state: 'failed', message: expect.stringContaining('已被他人修改') })
    expect(row).toMatchObject({ state: 'planned' })
    expect((await clerk.call('GET', `/persons/persons/${found.id}`)).body.fields).toMatchObject({
      phone: '19900000007',
    })
  })
})

test('the form that is offered for download is understood when it comes back', async () => {
  const template = await clerk.call('GET', `/system/import-kinds/${kind}/template`)
  const form = new FormData()
  form.set('kind', kind)
  form.set('file', new File([Buffer.from(template.bytes)], '模板.xlsx'))
  const { body } = await clerk.call('POST', '/system/imports', form)
  const [sheet] = body.sheets.filter(({ isOffered }: { isOffered: boolean }) => isOffered)
  expect(sheet.layout.missing).toEqual([])
  expect(sheet.layout.columns.filter(({ field }: { field?: string }) => field === undefined)).toEqual([])
  const whole = body.fields
    .filter(({ field }: { field: string }) => !field.includes('@'))
    .map(({ field }: { field: string }) => field)
  expect(sheet.layout.columns.map(({ field }: { field: string }) => field)).toEqual(whole)
})

test('a masked list that was taken out, brought back as it is, changes nothing; one cell corrected changes that cell', async () => {
  const { id: imported } = await plan(roster)
  await runFile(clerk, imported, 'valid-rows')
  const asked = await clerk.call('POST', '/system/exports', {
    record: 'persons.person',
    query: { within: '990121100000' },
    format: 'csv',
    reason: '核对电话',
  })
  await clerk.done(asked.body.fields.job)
  const file = await clerk.call('GET', `/system/exports/${asked.body.id}/file`)
  expect(file.body).toMatch(/990121\*{8}/)
  const same = await planFile(clerk, { kind: 'persons.person', name: '导出.csv', content: file.bytes })
  const total = (await clerk.call('GET', `/system/exports/${asked.body.id}`)).body.fields.rows
  expect(total).toBeGreaterThan(30)
  expect(same.row).toMatchObject({ rows: total, unchanged: total, creates: 0, updates: 0, problems: 0 })
  const corrected = file.body.replace(/1990000\d{4}/, '19900009999')
  const changed = await planFile(clerk, { kind: 'persons.person', name: '改.csv', content: corrected })
  expect(changed.row).toMatchObject({ unchanged: total - 1, updates: 1, problems: 0 })
  const wrong = file.body.replace(/990121\*{8}\d{3}[\dX]/, '990121********9999')
  const refused = await planFile(clerk, { kind: 'persons.person', name: '错.csv', content: wrong })
  expect(refused.row).toMatchObject({ unchanged: total - 1, problems: 1 })
})
