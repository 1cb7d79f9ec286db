import { personsServer } from '@opendpf/persons/server'
import { composeCreditCode, composeResidentId } from '@opendpf/standards'
import { type Call, places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { organisationsServer } from './organisations-server.js'

let server: TestServer
let call: Call
beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer, organisationsServer] })
  call = server.as()
})
afterAll(() => server.stop())

const base = '/api/v1/organisations'
const codes = (body: { errors?: { path: string; code: string }[] }) =>
  (body.errors ?? []).map(({ path, code }) => `${path}: ${code}`)
const add = async (path: string, values: object) => {
  const { status, body } = await call('POST', `${base}/${path}`, values)
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}
const organisation = (values: object = {}) =>
  add('organisations', { name: '上河村残疾人协会', type: 'village-association', division: places.village, ...values })

describe('an organisation', () => {
  it('has a credit code that is valid and its own', async () => {
    const creditCode = composeCreditCode({
      authority: '1',
      category: '3',
      division: '990121',
      organisation: 'A1B2C3D4',
    })
    const { body } = await call('POST', `${base}/organisations`, {
      name: '示范县残疾人联合会',
      type: 'county-dpf',
      division: places.county,
      creditCode,
    })
    expect(body.fields).toMatchObject({ creditCode, isActive: true })
    expect(body.masked).toEqual([])
    expect(
      (
        await call('POST', `${base}/organisations`, {
          name: '另一家',
          type: 'employer',
          division: places.county,
          creditCode,
        })
      ).status,
    ).toBe(409)
    expect(
      (
        await call('POST', `${base}/organisations`, {
          name: '又一家',
          type: 'employer',
          division: places.county,
          creditCode: '91350100M000100Y44',
        })
      ).status,
    ).toBe(422)
  })

  it('hangs under another, never under itself', async () => {
    const top = await organisation({ name: '甲' })
    const middle = await organisation({ name: '乙', parent: top.id })
    const low = await organisation({ name: '丙', parent: middle.id })
    for (const parent of [top.id, middle.id, low.id]) {
      const refused = await call('PATCH', `${base}/organisations/${top.id}`, { parent }, { 'if-match': '"1"' })
      expect(codes(refused.body)).toEqual(['parent: organisation.problem.ownParent'])
    }
    expect((await call('GET', `${base}/organisations?parent=${middle.id}`)).body.rows).toHaveLength(1)
  })

  it('is of a special kind only when it is a special association, and is not active once closed', async () => {
    const special = await call('POST', `${base}/organisations`, {
      name: '盲协',
      type: 'special-association',
      division: places.county,
    })
    expect(codes(special.body)).toEqual(['specialty: organisation.problem.specialtyNeeded'])
    const school = await call('POST', `${base}/organisations`, {
      name: '特校',
      type: 'school',
      specialty: 'visual',
      division: places.county,
    })
    expect(codes(school.body)).toEqual(['specialty: organisation.problem.specialtyUnused'])
    const { id } = await organisation({ foundedOn: '2010-01-01' })
    const early = await call('PATCH', `${base}/organisations/${id}`, { closedOn: '2009-01-01' }, { 'if-match': '"1"' })
    expect(codes(early.body)).toEqual(['closedOn: organisation.problem.closedBeforeFounded'])
    expect(
      (await call('PATCH', `${base}/organisations/${id}`, { closedOn: '2026-01-01' }, { 'if-match': '"1"' })).body
        .fields.isActive,
    ).toBe(false)
    expect(
      codes((await call('PATCH', `${base}/organisations/${id}`, { isActive: true }, { 'if-match': '"2"' })).body),
    ).toEqual(['isActive: organisation.problem.closedActive'])
  })
})

describe('a post', () => {
  it('is never held by more people at once than it has seats', async () => {
    const { id } = await organisation()
    const post = await add('posts', { organisation: id, name: '残疾人专职委员', kind: 'commissioner' })
    expect(post.fields.seats).toBe(1)
    const first = await add('holders', { post: post.id, name: '冯在任', since: '2020-01-01', allowance: 30_000 })
    const second = { post: post.id, name: '褚接任', since: '2024-01-01' }
    const full = await call('POST', `${base}/holders`, second)
    expect(full.body.errors[0]).toMatchObject({
      code: 'holder.problem.full',
      message: '该岗位同时任职的人数已满（共 1 个），请先登记原任职人员离任',
    })
    expect(
      codes((await call('PATCH', `${base}/holders/${first.id}`, { leaveReason: 'term' }, { 'if-match': '"1"' })).body),
    ).toEqual(['leaveReason: holder.problem.leaveWithoutDate'])
    await call(
      'PATCH',
      `${base}/holders/${first.id}`,
      { until: '2023-12-31', leaveReason: 'term' },
      { 'if-match': '"1"' },
    )
    await add('holders', second)
  })

  it('knows whether its holder has a certificate, and what each year said', async () => {
    const { body: person } = await call('POST', '/api/v1/persons/persons', {
      name: '卫任职',
      idNumber: composeResidentId({ addressCode: '990121', birthDate: '1980-01-01', sequence: 11 }),
      division: places.village,
    })
    const { id } = await organisation()
    const post = await add('posts', { organisation: id, name: '主席', kind: 'association-chair' })
    const holder = await add('holders', { post: post.id, name: '卫任职', person: person.id, since: '2020-01-01' })
    expect(holder.fields.isDisabled).toBe(false)
    await add('appraisals', { holder: holder.id, year: 2025, result: 'good' })
    expect(
      codes((await call('POST', `${base}/appraisals`, { holder: holder.id, year: 2025, result: 'excellent' })).body),
    ).toEqual(['year: appraisal.problem.twice'])
    expect(
      codes((await call('POST', `${base}/appraisals`, { holder: holder.id, year: 2027, result: 'excellent' })).body),
    ).toEqual(['year: appraisal.problem.future'])
  })
})

describe('staffing', () => {
  it('compares posts that are filled with what the rules of the place ask for', async () => {
    const rule = {
      kind: 'commissioner',
      level: 'village',
      since: '2020-01-01',
      document: '示残联〔2020〕1号',
      division: places.county,
    }
    await add('staffing-rules', { ...rule, holdersFrom: 3, holdersTo: 100, seats: 1, allowance: 30_000 })
    await add('staffing-rules', { ...rule, holdersFrom: 101, seats: 2, allowance: 30_000 })
    expect(
      codes((await call('POST', `${base}/staffing-rules`, { ...rule, holdersFrom: 5, holdersTo: 3, seats: 1 })).body),
    ).toEqual(['holdersTo: staffingRule.problem.range'])
    await server.write(async ({ write, registry }) => {
      const person = registry.record('persons.person')
      const rows = await write.createMany(
        person,
        Array.from({ length: 4 }, (_, index) => ({
          name: `尤${String.fromCharCode(0x5000 + 30 * index)}`,
          birthDate: `196${index}-01-01`,
          division: places.streetVillage,
        })),
      )
      await write.updateMany(
        person,
        rows.map(({ id, version }) => ({ id, version, values: { isCertified: true } })),
      )
    })
    const { body } = await call('GET', `${base}/staffing?kind=commissioner`)
    expect(body.divisions).toContainEqual({
      division: places.streetVillage,
      holders: 4,
      filled: 0,
      seats: 1,
      allowance: 30_000,
      document: '示残联〔2020〕1号',
    })
    expect(body.divisions).toContainEqual(
      expect.objectContaining({ division: places.otherTown, holders: 4, seats: null }),
    )
    expect(body.divisions).toContainEqual(
      expect.objectContaining({ division: places.village, holders: 0, filled: 1, seats: null }),
    )
    expect((await call('GET', `${base}/staffing?kind=king`)).status).toBe(400)
    expect((await server.as({ may: ['persons:*'] })('GET', `${base}/staffing?kind=commissioner`)).status).toBe(403)
  })
})
