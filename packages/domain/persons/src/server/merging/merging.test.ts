import { choice, defineModule, defineRecord, optional, type PlacedRecord, pathOf, reference, text } from '@opendpf/kit'
import { implementModule } from '@opendpf/kit/server'
import { type Call, places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { persons } from '../../contract/index.js'
import { add, addPerson, codesOf, idNumber } from '../../testing/people.js'
import { personsServer } from '../persons-server.js'

// a module that the register has never heard of
const lines = defineModule({
  id: 'lines',
  records: {
    service: defineRecord({
      fields: { person: reference('persons.person'), note: text() },
      scope: { from: 'person' },
      title: 'note',
      list: { columns: ['note'], orders: ['note'] },
    }),
    plan: defineRecord({
      fields: {
        person: reference('persons.person', { onMerge: 'keep-one' }),
        state: choice(['draft', 'final']),
        helper: optional(reference('persons.person')),
      },
      scope: { from: 'person' },
      title: 'state',
      list: { columns: ['state'], orders: ['state'] },
    }),
  },
  messages: {
    'zh-CN': {
      title: '服务',
      service: '服务',
      'service.person': '人员',
      'service.note': '内容',
      plan: '计划',
      'plan.person': '人员',
      'plan.state': '状态',
      'plan.state.draft': '草稿',
      'plan.state.final': '定稿',
      'plan.helper': '帮扶人',
    },
    en: {
      title: 'Lines',
      service: 'Service',
      'service.person': 'Person',
      'service.note': 'Note',
      plan: 'Plan',
      'plan.person': 'Person',
      'plan.state': 'State',
      'plan.state.draft': 'Draft',
      'plan.state.final': 'Final',
      'plan.helper': 'Helper',
    },
  },
})

const linesServer = implementModule(lines, {
  migrations: {
    '0001_init': async ({ createRecord }) => {
      await createRecord('lines_service', {
        scope: 'division',
        columns: { person: 'text', note: 'text' },
        orders: ['note'],
        indexes: ['person'],
      })
      await createRecord('lines_plan', {
        scope: 'division',
        columns: { person: 'text', state: 'text', helper: 'text?' },
        orders: ['state'],
        indexes: ['person', 'helper'],
      })
    },
  },
})

let server: TestServer
let call: Call
beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer, linesServer] })
  call = server.as()
})
afterAll(() => server.stop())

/** Everything the database holds, without versions and times: what a merge and its undoing must leave equal. */
async function contents(): Promise<Readonly<Record<string, unknown>>> {
  return server.write(async ({ read, registry }) => {
    const tables: Record<string, unknown> = {}
    for (const [ref, record] of registry.records) {
      if (ref === persons.records.merge.ref || record.module === 'system') continue
      const rows = await read.many(record, {})
      tables[ref] = rows.map(({ version: _, recordedAt: __, recordedBy: ___, ...row }) => row)
    }
    return tables
  })
}

/** Whatever refers to a person, found from the declarations. */
async function referringTo(id: string): Promise<readonly string[]> {
  return server.write(async ({ read, registry }) => {
    const found: string[] = []
    for (const { record, field } of registry.referencesTo(persons.records.person.ref))
      if ((await read.count(record, { [field]: id })) > 0) found.push(`${record.ref}.${field}`)
    return found
  })
}

const addTo = async (record: PlacedRecord, values: object) => {
  const { status, body } = await call('POST', `/api/v1${pathOf(record)}`, values)
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}

let number = 1
/** Two entries of one person, each with rows of every kind. */
async function twoEntries(name: string, birthDate: string) {
  number += 2
  const keep = await addPerson(call, { name, birthDate, sex: '1', phone: '19900001001' })
  const drop = await addPerson(call, {
    name,
    idNumber: idNumber(birthDate, number),
    marital: '20',
    division: places.otherVillage,
  })
  const helper = await addPerson(call, { name: `${name}的哥哥`, birthDate: '1950-01-01' })
  const house = await add(call, 'households', { headName: '待定', division: places.village })
  await add(call, 'members', { household: house.id, person: helper.id, relation: '01', since: '2010-01-01' })
  await add(call, 'members', { household: house.id, person: drop.id, relation: '70', since: '2015-01-01' })
  for (const [person, since, until] of [
    [keep.id, '2020-01-01', '2022-12-31'],
    [drop.id, '2022-06-01', null],
  ])
    await add(call, 'statuses', { person, kind: 'allowance', since, until, source: 'civil-affairs' })
  await add(call, 'statuses', { person: drop.id, kind: 'employed', since: '2024-01-01', source: 'declared' })
  for (const [person, bank] of [
    [keep.id, '示范农商行'],
    [drop.id, '示范县邮储'],
  ])
    await add(call, 'accounts', { person, bank, number: `6222000000${number}${bank?.length}`, holderName: name })
  await add(call, 'guardians', {
    person: drop.id,
    name: `${name}的哥哥`,
    guardianPerson: helper.id,
    relation: '70',
    since: '2020-01-01',
  })
  await add(call, 'guardians', { person: keep.id, name, guardianPerson: drop.id, relation: '99', since: '2020-01-01' })
  await add(call, 'needs', { person: drop.id, kind: 'device', level: 'urgent', raisedOn: '2026-01-01' })
  for (const person of [keep.id, drop.id]) await addTo(lines.records.service, { person, note: '走访' })
  for (const person of [keep.id, drop.id])
    await addTo(lines.records.plan, { person, state: 'draft', helper: person === keep.id ? drop.id : helper.id })
  return { keep, drop, helper, house }
}

describe('a merge', () => {
  it('leaves no row behind, keeps what must be one, and can be undone to the last value', async () => {
    const { keep, drop } = await twoEntries('高同一', '1980-02-02')
    const before = await contents()
    const merged = await call('POST', '/api/v1/persons/merges', { keep: keep.id, drop: drop.id })
    expect(merged.status, JSON.stringify(merged.body)).toBe(201)

    expect(await referringTo(drop.id)).toEqual([])
    expect((await call('GET', `/api/v1/persons/persons/${drop.id}`)).status).toBe(404)
    const kept = (await call('GET', `/api/v1/persons/persons/${keep.id}`)).body
    expect(kept.fields).toMatchObject({ marital: '20', idType: 'resident-id', birthDate: '1980-02-02' })
    expect(kept.masked).toContain('idNumber')

    const rows = async (path: string) =>
      (await call('GET', `/api/v1/persons/${path}?person=${keep.id}`)).body.rows.map(
        (row: { fields: object }) => row.fields,
      )
    expect(await rows('accounts')).toHaveLength(2)
    expect((await rows('accounts')).filter((row: { isDefault: boolean }) => row.isDefault)).toHaveLength(1)
    const statuses = await rows('statuses')
    expect(statuses).toHaveLength(2)
    expect(statuses).toContainEqual(expect.objectContaining({ kind: 'allowance', since: '2020-01-01', until: null }))
    expect(await rows('members')).toHaveLength(1)
    expect(await rows('needs')).toHaveLength(1)
    expect(await rows('guardians')).toHaveLength(2)
    const own = async (record: PlacedRecord) =>
      (await call('GET', `/api/v1${pathOf(record)}?person=${keep.id}`)).body.rows
    expect(await own(lines.records.service)).toHaveLength(2)
    expect(await own(lines.records.plan)).toHaveLength(1)
    const [pair] = (await call('GET', `/api/v1/persons/duplicates?other=${drop.id}`)).body.rows
    expect(pair.fields).toMatchObject({ person: keep.id, state: 'merged' })

    expect((await call('POST', `/api/v1/persons/merges/${merged.body.id}/undo`)).status).toBe(200)
    expect(await contents()).toEqual(before)
    const again = await call('POST', `/api/v1/persons/merges/${merged.body.id}/undo`)
    expect(codesOf(again.body)).toEqual(['state: merge.problem.undone'])
  })

  it('takes the fields that were chosen, the ID number with what it says', async () => {
    const { keep, drop } = await twoEntries('施选择', '1981-03-03')
    const { body } = await call('POST', '/api/v1/persons/merges', {
      keep: drop.id,
      drop: keep.id,
      fields: { phone: 'drop', division: 'drop' },
    })
    const kept = (await call('GET', `/api/v1/persons/persons/${drop.id}`)).body
    expect(kept.fields).toMatchObject({ division: places.village, sex: '1', marital: '20' })
    const revealed = await call('POST', `/api/v1/persons/persons/${drop.id}/reveal`, {
      fields: ['idNumber'],
      reason: '核对合并结果',
    })
    expect(revealed.body.values.idNumber).toMatch(/^99012119810303/)
    const record = (await call('GET', `/api/v1/persons/merges/${body.id}`)).body
    expect(JSON.stringify(record)).not.toContain('9901211981')
  })

  it('is not undone over what was done since, and says what that is', async () => {
    const { keep, drop } = await twoEntries('贾后改', '1982-04-04')
    const { body } = await call('POST', '/api/v1/persons/merges', { keep: keep.id, drop: drop.id })
    const [need] = (await call('GET', `/api/v1/persons/needs?person=${keep.id}`)).body.rows
    await call(
      'POST',
      `/api/v1/persons/needs/${need.id}/do/meet`,
      { metOn: '2026-05-05' },
      { 'if-match': `"${need.version}"` },
    )
    const undone = await call('POST', `/api/v1/persons/merges/${body.id}/undo`)
    expect(undone.status).toBe(422)
    expect(undone.body.errors[0].message).toBe('合并后“需求”已有变动，不能撤销合并')
    expect((await call('GET', `/api/v1/persons/persons/${drop.id}`)).status).toBe(404)
  })

  it('remembers what was told apart', async () => {
    const { keep, drop } = await twoEntries('丁孪生', '1983-05-05')
    const twin = await addPerson(call, { name: '丁孪升', idNumber: idNumber('1983-05-05', 501) })
    const pairs = (await call('GET', `/api/v1/persons/duplicates?other=${twin.id}`)).body.rows
    expect(pairs).toHaveLength(2)
    for (const pair of pairs)
      await call('POST', `/api/v1/persons/duplicates/${pair.id}/decide`, { decision: 'not-duplicate' })
    const before = await contents()
    const { body } = await call('POST', '/api/v1/persons/merges', { keep: keep.id, drop: drop.id })
    const after = (await call('GET', `/api/v1/persons/duplicates?other=${twin.id}`)).body.rows
    expect(
      after.map((row: { fields: { person: string; state: string } }) => [row.fields.person, row.fields.state]),
    ).toEqual([[keep.id, 'not-duplicate']])
    await call('POST', `/api/v1/persons/merges/${body.id}/undo`)
    expect(await contents()).toEqual(before)
  })

  it('of a head of another household waits until the head is handed over', async () => {
    const { keep, drop, helper } = await twoEntries('卢户主', '1984-06-06')
    const other = await add(call, 'households', { headName: '待定', division: places.village })
    await add(call, 'members', { household: other.id, person: keep.id, relation: '01', since: '2020-01-01' })
    const refused = await call('POST', '/api/v1/persons/merges', { keep: drop.id, drop: helper.id })
    expect(refused.status).toBe(201)
    expect(
      (await call('GET', `/api/v1/persons/members?person=${drop.id}&until.empty=true`)).body.rows.map(
        (row: { fields: { relation: string } }) => row.fields.relation,
      ),
    ).toEqual(['01'])
    const wife = await addPerson(call, { name: '卢家人', birthDate: '1985-01-01' })
    await add(call, 'members', { household: other.id, person: wife.id, relation: '10', since: '2020-01-01' })
    expect((await call('POST', '/api/v1/persons/merges', { keep: drop.id, drop: keep.id })).status).toBe(409)
  })

  it('is only for who may, and only within the territory', async () => {
    const { keep, drop } = await twoEntries('尤权限', '1985-07-07')
    const body = { keep: keep.id, drop: drop.id }
    expect(
      (await server.as({ may: ['persons:*.update', 'persons:*.remove'] })('POST', '/api/v1/persons/merges', body))
        .status,
    ).toBe(403)
    expect(codesOf((await server.as({ at: places.neighbour })('POST', '/api/v1/persons/merges', body)).body)).toEqual([
      'keep: merge.problem.pairGone',
    ])
    expect(codesOf((await call('POST', '/api/v1/persons/merges', { keep: keep.id, drop: keep.id })).body)).toEqual([
      'drop: merge.problem.same',
    ])
    expect(
      codesOf((await call('POST', '/api/v1/persons/merges', { ...body, fields: { isCertified: 'drop' } })).body),
    ).toEqual(['fields.isCertified: merge.problem.field'])
  })
})
