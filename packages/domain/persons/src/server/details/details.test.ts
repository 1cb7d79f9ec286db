import { type Call, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { add, addPerson, codesOf } from '../../testing/people.js'
import { personsServer } from '../persons-server.js'

let server: TestServer
let call: Call
let person: { readonly id: string }
beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer] })
  call = server.as()
  person = await addPerson(call, { name: '郝细节', birthDate: '1980-01-01' })
})
afterAll(() => server.stop())

const post = (path: string, values: object) => call('POST', `/api/v1/persons/${path}`, { person: person.id, ...values })

describe('states of a person', () => {
  it('of one kind do not overlap, of two kinds may', async () => {
    await add(call, 'statuses', {
      person: person.id,
      kind: 'allowance',
      since: '2024-01-01',
      until: '2024-12-31',
      source: 'civil-affairs',
    })
    const overlapping = await post('statuses', { kind: 'allowance', since: '2024-12-31', source: 'declared' })
    expect(codesOf(overlapping.body)).toEqual(['since: status.problem.overlap'])
    expect((await post('statuses', { kind: 'allowance', since: '2025-01-01', source: 'declared' })).status).toBe(201)
    expect((await post('statuses', { kind: 'employed', since: '2024-06-01', source: 'declared' })).status).toBe(201)
    expect(
      codesOf(
        (await post('statuses', { kind: 'away', since: '2024-06-02', until: '2024-06-01', source: 'visit' })).body,
      ),
    ).toEqual(['until: status.problem.period'])
  })

  it('may end, but not begin before another of its kind has ended', async () => {
    const { rows } = (await call('GET', `/api/v1/persons/statuses?person=${person.id}&kind=allowance`)).body
    const [second, first] = rows
    const widened = await call(
      'PATCH',
      `/api/v1/persons/statuses/${second.id}`,
      { since: '2024-11-01' },
      { 'if-match': '"1"' },
    )
    expect(codesOf(widened.body)).toEqual(['since: status.problem.overlap'])
    expect(
      (await call('PATCH', `/api/v1/persons/statuses/${first.id}`, { until: '2024-06-30' }, { 'if-match': '"1"' }))
        .status,
    ).toBe(200)
  })
})

describe('accounts', () => {
  it('have one default, which the first one is', async () => {
    const first = await add(call, 'accounts', {
      person: person.id,
      bank: '甲行',
      number: '62220000001',
      holderName: '郝细节',
    })
    const second = await add(call, 'accounts', {
      person: person.id,
      bank: '乙行',
      number: '62220000002',
      holderName: '郝细节',
    })
    expect([first.fields.isDefault, second.fields.isDefault]).toEqual([true, false])
    expect(
      codesOf(
        (await call('PATCH', `/api/v1/persons/accounts/${second.id}`, { isDefault: true }, { 'if-match': '"1"' })).body,
      ),
    ).toEqual(['isDefault: account.problem.secondDefault'])
    expect(first.fields.number).toMatch(/\*/)
    const { body } = await call('POST', '/api/v1/persons/accounts/query', {
      filters: {},
      lookup: { field: 'number', value: '62220000002' },
    })
    expect(body.rows.map(({ id }: { id: string }) => id)).toEqual([second.id])
  })

  it('of somebody else need a reason', async () => {
    const values = { bank: '丙行', number: '62220000003', holderName: '郝监护' }
    expect(codesOf((await post('accounts', values)).body)).toEqual(['holderName: account.problem.thirdParty'])
    expect((await post('accounts', { ...values, thirdPartyReason: '本人无民事行为能力，由监护人代领' })).status).toBe(
      201,
    )
    expect(
      codesOf(
        (
          await post('accounts', {
            ...values,
            number: '62220000004',
            holderName: '郝细节',
            isDefault: true,
            closedOn: '2026-01-01',
          })
        ).body,
      ),
    ).toEqual(['isDefault: account.problem.closedDefault'])
  })
})

describe('guardians and needs', () => {
  it('nobody is their own guardian', async () => {
    const own = await post('guardians', {
      name: '郝细节',
      guardianPerson: person.id,
      relation: '99',
      since: '2020-01-01',
    })
    expect(codesOf(own.body)).toEqual(['guardianPerson: guardian.problem.self'])
  })

  it('a need is met after it was raised, and once', async () => {
    expect(codesOf((await post('needs', { kind: 'device', level: 'urgent', raisedOn: '2026-12-01' })).body)).toEqual([
      'raisedOn: need.problem.future',
    ])
    const need = await add(call, 'needs', {
      person: person.id,
      kind: 'device',
      level: 'urgent',
      raisedOn: '2026-02-01',
    })
    expect(need.fields.state).toBe('open')
    const step = (body: object, version: number) =>
      call('POST', `/api/v1/persons/needs/${need.id}/do/meet`, body, { 'if-match': `"${version}"` })
    expect(codesOf((await step({}, 1)).body)).toEqual(['metOn: requiredByStep'])
    expect(codesOf((await step({ metOn: '2026-01-31' }, 1)).body)).toEqual(['metOn: need.problem.metEarly'])
    expect((await step({ metOn: '2026-03-01' }, 1)).body.fields.state).toBe('met')
    expect((await step({ metOn: '2026-03-02' }, 2)).status).toBe(409)
  })
})
