import { visitsServer } from '@opendpf/fixtures'
import { places } from '@opendpf/testing'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { clearVisits, type Desk, fileForm, openDesk, type Person, planFile, runFile } from './desk.js'

let desk: Desk
let clerk: Person

beforeAll(async () => {
  desk = await openDesk([visitsServer])
  clerk = desk.as({ id: 'clerk', name: '小李' })
})
afterEach(() => clearVisits(desk))
afterAll(() => desk.stop())

const households = '/visits/households'
const listed = async () =>
  (await clerk.call('GET', households)).body.rows.map(
    ({ title, fields }: { title: string; fields: Record<string, unknown> }) => [title, fields.division, fields.phone],
  )
const sheet = (...rows: string[]): string => ['户主,乡镇,村,联系电话', ...rows].join('\n')

describe('a plain sheet', () => {
  test('is recognised, tried, written, and taken back', async () => {
    const content = sheet('张三,石桥镇,上河村,19900000001', '李四,城关街道,东街社区,', '王五,石桥,下河,19900000003')
    const { id, row, uploaded } = await planFile(clerk, { kind: 'visits.household', content })
    expect(uploaded.sheets[0].layout.columns.map(({ field }: { field: string }) => field)).toEqual([
      'head',
      'division@town',
      'division@village',
      'phone',
    ])
    expect(row).toMatchObject({ state: 'planned', rows: 3, creates: 3, updates: 0, problems: 0 })
    expect(await listed()).toEqual([])
    const run = await runFile(clerk, id)
    expect(run.row).toMatchObject({ state: 'done', creates: 3 })
    expect(await listed()).toEqual([
      ['张三', places.village, '19900000001'],
      ['李四', places.streetVillage, null],
      ['王五', places.otherVillage, '19900000003'],
    ])
    const undo = await clerk.call('POST', `/system/imports/${id}/undo`)
    expect(await clerk.done(undo.body.job)).toMatchObject({ state: 'done', result: { removed: 3, restored: 0 } })
    expect(await listed()).toEqual([])
    expect((await clerk.call('GET', `/system/imports/${id}`)).body.fields).toMatchObject({ state: 'undone' })
  })

  test('says of every row what is wrong, where, and what it may have meant', async () => {
    const content = sheet(
      '张三,石桥镇,上河村,199000',
      '李?,石桥镇,上合村,19900000002',
      ',南湖镇,湖东村,19900000003',
      '赵六,石桥镇,上河村,19900000004',
    )
    const { id, row } = await planFile(clerk, { kind: 'visits.household', content })
    expect(row).toMatchObject({ state: 'planned', rows: 4, creates: 1, problems: 3 })
    const { body } = await clerk.call('GET', `/system/imports/${id}/rows?only=problems`)
    const said = body.rows.map(
      ({ row: number, problems }: { row: number; problems: { heading: string; code: string }[] }) => [
        number,
        problems.map(({ heading, code }) => `${heading} ${code}`),
      ],
    )
    expect(said).toEqual([
      [2, ['联系电话 PHONE_FORMAT']],
      [3, ['户主 UNREADABLE_CHARACTER', '村 divisionUnknown']],
      [4, ['村 divisionUnknown']],
    ])
    expect(body.rows[1].problems[1].message).toContain('是否为：上河村')
    const refused = await clerk.call('POST', `/system/imports/${id}/run`, { mode: 'all-or-nothing' })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'rowsRefused' }] } })
    await runFile(clerk, id, 'valid-rows')
    expect(await listed()).toEqual([['赵六', places.village, '19900000004']])
  })

  test('after the dry run its columns can be chosen anew, from the file that was brought once', async () => {
    const content = sheet('张三,石桥镇,上河村,19900000001')
    const { id, uploaded } = await planFile(clerk, { kind: 'visits.household', content })
    const again = await clerk.call('GET', `/system/imports/${id}/sheets`)
    expect(again).toMatchObject({ status: 200, body: { id, sheets: uploaded.sheets, fields: uploaded.fields } })
    const { plan } = (await clerk.call('GET', `/system/imports/${id}`)).body.fields
    const [first] = plan.sheets
    const withoutPhone = { ...first, columns: { ...first.columns, 3: null } }
    const { body } = await clerk.call('POST', `/system/imports/${id}/plan`, { ...plan, sheets: [withoutPhone] })
    await clerk.done(body.job)
    await runFile(clerk, id)
    expect(await listed()).toEqual([['张三', places.village, null]])
    const stranger = desk.as({ id: 'stranger', at: places.otherVillage })
    expect((await stranger.call('GET', `/system/imports/${id}/sheets`)).status).toBe(404)
  })

  test('a missing name is never made up', async () => {
    const { id, row } = await planFile(clerk, {
      kind: 'visits.household',
      content: sheet(',石桥镇,上河村,19900000001'),
    })
    expect(row).toMatchObject({ creates: 0, problems: 1 })
    const { body } = await clerk.call('GET', `/system/imports/${id}/rows`)
    expect(body.rows[0]).toMatchObject({ outcome: 'refused', problems: [{ field: 'head', code: 'required' }] })
  })

  test('rows without a place take the one chosen for the file, and only when they are new', async () => {
    const { id } = await planFile(clerk, {
      kind: 'visits.household',
      content: '户主,联系电话\n张三,19900000001',
      division: places.village,
    })
    await runFile(clerk, id)
    expect(await listed()).toEqual([['张三', places.village, '19900000001']])
  })

  test('cannot put rows into another territory', async () => {
    const town = desk.as({ id: 'town', at: places.town })
    const { id, row } = await planFile(town, {
      kind: 'visits.household',
      content: sheet('张三,城关街道,东街社区,', `李四,,${places.streetVillage},`, '王五,石桥镇,上河村,'),
    })
    expect(row).toMatchObject({ creates: 1, problems: 2 })
    const { body } = await town.call('GET', `/system/imports/${id}/rows?only=problems`)
    expect(body.rows.map(({ problems }: { problems: { code: string }[] }) => problems.map(({ code }) => code))).toEqual(
      [['divisionUnknown'], ['divisionOutside']],
    )
  })

  test('an undone import leaves what was changed since, and says what', async () => {
    const { id } = await planFile(clerk, {
      kind: 'visits.household',
      content: sheet('张三,石桥镇,上河村,', '李四,石桥镇,上河村,'),
    })
    await runFile(clerk, id)
    const [first] = (await clerk.call('GET', households)).body.rows
    await desk.server.as()('PATCH', `/api/v1${households}/${first.id}`, { head: '张三丰' }, { 'if-match': '"1"' })
    const undo = await clerk.call('POST', `/system/imports/${id}/undo`)
    expect(await clerk.done(undo.body.job)).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(/有 1 条在导入后又被修改（家庭）/),
    })
    expect((await clerk.call('GET', `/system/imports/${id}`)).body.fields).toMatchObject({ state: 'done' })
    expect(await listed()).toHaveLength(2)
  })
})

describe('what may be done', () => {
  test('only those who may import the record see its kind and can upload for it', async () => {
    const reader = desk.as({ id: 'reader', may: ['system:import.read', 'visits:*.read'] })
    expect((await reader.call('GET', '/system/import-kinds')).body).toEqual({ kinds: [] })
    expect((await clerk.call('GET', '/system/import-kinds')).body.kinds).toContainEqual({
      id: 'visits.household',
      title: '家庭',
    })
    expect(
      (await reader.call('POST', '/system/imports', fileForm('visits.household', 'a.csv', sheet('张三,,,')))).status,
    ).toBe(403)
  })

  test('nobody outside the territory sees an import', async () => {
    const { id } = await planFile(clerk, { kind: 'visits.household', content: sheet('张三,石桥镇,上河村,') })
    const neighbour = desk.as({ id: 'neighbour', at: places.neighbour })
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/rows'],
      ['GET', '/errors.xlsx'],
      ['POST', '/undo'],
    ] as const) {
      expect((await neighbour.call(method, `/system/imports/${id}${path}`)).status, path).toBe(404)
    }
  })

  test('a step out of turn is refused', async () => {
    const { id } = await planFile(clerk, { kind: 'visits.household', content: sheet('张三,石桥镇,上河村,') })
    expect((await clerk.call('POST', `/system/imports/${id}/undo`)).status).toBe(409)
    await runFile(clerk, id)
    expect((await clerk.call('POST', `/system/imports/${id}/run`, { mode: 'valid-rows' })).status).toBe(409)
  })

  test('a file that is no spreadsheet, or a column that is no field, is refused in words', async () => {
    const garbage = await clerk.call(
      'POST',
      '/system/imports',
      fileForm('visits.household', 'a.xlsx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
    )
    expect(garbage).toMatchObject({ status: 422, body: { errors: [{ path: 'file' }] } })
    const { body } = await clerk.call(
      'POST',
      '/system/imports',
      fileForm('visits.household', 'a.csv', sheet('张三,,,')),
    )
    const plan = { sheets: [{ name: body.sheets[0].name, headerRows: [1, 1], columns: { 0: 'head', 1: 'salary' } }] }
    expect(await clerk.call('POST', `/system/imports/${body.id}/plan`, plan)).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'unknownColumn' }] },
    })
  })
})

test('a file that is too large is refused before it is read', async () => {
  const large = new Uint8Array(65 * 1024 * 1024)
  const answer = await clerk.call('POST', '/system/imports', fileForm('visits.household', 'a.xlsx', large))
  expect(answer).toMatchObject({ status: 413, body: { code: 'too-large' } })
})
