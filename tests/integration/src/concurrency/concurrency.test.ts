import { verifyChains } from '@opendpf/database'
import { visits, visitsServer } from '@opendpf/fixtures'
import { personsServer } from '@opendpf/persons/server'
import { systemActor, verifyAudit, writeTransaction } from '@opendpf/server'
import { composeResidentId } from '@opendpf/standards'
import { places, startTestServer, type TestAnswer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

const households = '/api/v1/visits/households'
const persons = '/api/v1/persons/persons'
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [visitsServer, personsServer] })
})
afterAll(async () => {
  expect(await verifyAudit(server.platform)).toEqual([])
  await server.stop()
})

const count = (answers: readonly TestAnswer[], status: number): number =>
  answers.filter((answer) => answer.status === status).length
const read = <Row extends Record<string, unknown>>(text: string, values: readonly unknown[] = []) =>
  server.platform.pool.use({ level: 'all' }, (session) => session.query<Row>({ text, values }))

it('of two changes to one version one wins, and the other is told', async () => {
  const call = server.as()
  for (let round = 0; round < 10; round += 1) {
    const { body } = await call('POST', households, { head: '张三', division: places.village })
    const answers = await Promise.all(
      ['李四', '王五'].map((head) => call('PATCH', `${households}/${body.id}`, { head }, { 'if-match': '"1"' })),
    )
    expect([count(answers, 200), count(answers, 412)]).toEqual([1, 1])
    const winner = answers.find(({ status }) => status === 200)
    expect((await call('GET', `${households}/${body.id}`)).body.fields.head).toBe(winner?.body.fields.head)
  }
})

it('of many who register one ID number at the same moment exactly one does, in whichever county', async () => {
  const idNumber = composeResidentId({ addressCode: '990121', birthDate: '1970-01-01', sequence: 7 })
  const here = server.as({ id: 'here' })
  const next = server.as({ id: 'next', at: places.neighbour })
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      index % 2 === 0
        ? here('POST', persons, { name: '张三', idNumber, division: places.village })
        : next('POST', persons, { name: '张三', idNumber, division: places.neighbourVillage }),
    ),
  )
  expect([count(answers, 201), count(answers, 409)]).toEqual([1, 49])
  for (const { body } of answers.filter(({ status }) => status === 409))
    expect(body).toMatchObject({
      code: 'duplicate',
      detail: expect.stringContaining('身份证号'),
      errors: [{ path: 'idNumber', code: 'duplicate' }],
    })
  expect(await read('select from persons_person')).toHaveLength(1)
  expect(await read(`select from number_lookup where field = 'persons.person.idNumber'`)).toHaveLength(1)
})

it('a number registered in another county is refused row by row, so that the rest of a batch goes on', async () => {
  const taken = composeResidentId({ addressCode: '990121', birthDate: '1971-01-01', sequence: 7 })
  const free = composeResidentId({ addressCode: '990121', birthDate: '1972-01-01', sequence: 7 })
  await server.as({ at: places.neighbour })('POST', persons, {
    name: '邻家',
    idNumber: taken,
    division: places.neighbourVillage,
  })
  const person = server.platform.registry.record('persons.person')
  const rows = [taken, free].map((idNumber) => ({
    action: 'create' as const,
    values: { name: '王五', idNumber, division: places.village },
  }))
  const outcomes = await writeTransaction(server.platform, { actor: server.actor(), locale: 'zh-CN' }, (path) =>
    path.apply(person, rows, 'person'),
  )
  expect(outcomes.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['duplicate'], []])
  const check = await server.as()('POST', `${persons}/check`, {
    name: '王五',
    idNumber: taken,
    division: places.village,
  })
  expect(check.body.problems).toMatchObject([{ path: 'idNumber', code: 'duplicate' }])
})

it('one key sent many times at once makes one row', async () => {
  const call = server.as({ id: 'impatient' })
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      call('POST', households, { head: '孙八', division: places.village }, { 'idempotency-key': 'impatient-1' }),
    ),
  )
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  expect(await read(`select from visits_household where head = '孙八'`)).toHaveLength(1)
})

it('two counties that write at once have two chains without a gap', async () => {
  const before = new Map(
    (await read<{ county: string; seq: number }>('select county, seq from audit_head')).map(({ county, seq }) => [
      county,
      seq,
    ]),
  )
  const counties = [
    ['990121', places.county, places.village],
    ['990122', places.neighbour, places.neighbourVillage],
  ] as const
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) => {
      const [, at, division] = counties[index % 2 === 0 ? 0 : 1]
      return server.as({ id: at, at })('POST', households, { head: '赵六', division })
    }),
  )
  expect(count(answers, 201)).toBe(60)
  expect(
    await server.platform.pool.use({ level: 'all' }, (session) => verifyChains(session, server.platform.crypto.digest)),
  ).toEqual([])
  for (const [county] of counties) {
    const [head] = await read<{ seq: number; count: number }>(
      'select seq, (select count(*) from audit_entry e where e.county = h.county) as count from audit_head h where county = $1',
      [county],
    )
    expect(head).toEqual({ seq: (before.get(county) ?? 0) + 30, count: (before.get(county) ?? 0) + 30 })
  }
})

it('a transaction that fails after its audit entries were written leaves none of it', async () => {
  const state = () =>
    read(
      'select (select count(*) from visits_household) as rows, (select count(*) from audit_entry) as entries, (select sum(seq) from audit_head) as heads, (select count(*) from outbox) as events, (select count(*) from visits_household_gram) as grams, (select count(*) from number_lookup) as numbers',
    )
  const before = await state()
  const failing = writeTransaction(server.platform, { actor: systemActor, locale: 'zh-CN' }, async (path, session) => {
    await path.context.write.create(visits.records.household, {
      head: '周九',
      division: places.village,
      phone: '19900000009',
    })
    path.context.write.emit('visits.something', {})
    await path.finish()
    expect(await session.query({ text: `select from visits_household where head = '周九'`, values: [] })).toHaveLength(
      1,
    )
    throw new Error('the power went off')
  })
  await expect(failing).rejects.toThrow('the power went off')
  expect(await state()).toEqual(before)
  expect((await server.as()('POST', households, { head: '周九', division: places.village })).status).toBe(201)
})

it('rows that are changed crosswise by two writers do not stop each other for ever', async () => {
  const made = await Promise.all(
    ['甲', '乙'].map((head) => server.as()('POST', households, { head, division: places.village })),
  )
  const ids = made.map(({ body }) => body.id as string)
  const { household } = visits.records
  const both = (order: readonly string[], head: string) =>
    writeTransaction(server.platform, { actor: systemActor, locale: 'zh-CN' }, ({ context }) =>
      context.write.updateMany(
        household,
        order.map((id) => ({ id, version: 1, values: { head } })),
      ),
    )
  const outcomes = await Promise.allSettled([both(ids, '丙'), both(ids.toReversed(), '丁')])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({
    reason: { code: 'version-conflict' },
  })
})
