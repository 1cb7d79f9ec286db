import { type Call, places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { add, addPerson, idNumber } from '../../testing/people.js'
import { personsServer } from '../persons-server.js'

let server: TestServer
let call: Call
let sequence = 1
beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer] })
  // who works in every county moves people between them
  call = server.as({ at: 'all' })
})
afterAll(() => server.stop())

const base = '/api/v1/persons'
/** A household of a head and as many others; answers its id and its people. */
const family = async (name: string, others: number) => {
  const { id } = await add(call, 'households', { headName: '待定', division: places.village })
  const people: string[] = []
  for (let place = 0; place <= others; place += 1) {
    sequence += 2
    const person = await addPerson(call, {
      name: `${name}${'甲乙丙'[place]}`,
      idNumber: idNumber(`19${60 + place}-01-01`, sequence),
    })
    const relation = place === 0 ? '01' : '20'
    await add(call, 'members', { household: id, person: person.id, relation, since: '2020-01-01' })
    people.push(person.id)
  }
  return { id, people }
}
const untilOf = async (person = '') =>
  (await call('GET', `${base}/members?person=${person}`)).body.rows.map(
    ({ fields }: { fields: { until: string } }) => fields.until,
  )
const move = async (person = '', division: string) => {
  const { version } = (await call('GET', `${base}/persons/${person}`)).body
  const warned = (await call('POST', `${base}/persons/check?id=${person}`, { division })).body.warnings
  const moved = await call('PATCH', `${base}/persons/${person}`, { division }, { 'if-match': `"${version}"` })
  expect(moved.status, moved.text).toBe(200)
  return warned.filter(({ code }: { code: string }) => code.startsWith('person.move.'))
}
const today = () => server.clock.now().toISOString().slice(0, 10)

it('a member who moves to another county leaves the household that day, and is told before', async () => {
  const { id, people } = await family('迁', 1)
  // within the county nothing changes
  expect(await move(people[1], places.streetVillage)).toEqual([])
  expect(await untilOf(people[1])).toEqual([null])
  const [warning] = await move(people[1], places.neighbourVillage)
  expect(warning).toMatchObject({
    path: 'division',
    code: 'person.move.leavesHousehold',
    message: expect.stringContaining('迁甲'),
  })
  expect(await untilOf(people[1])).toEqual([today()])
  expect((await call('GET', `${base}/households/${id}`)).body.fields).toMatchObject({ memberCount: 1, endedOn: null })
})

it('a head stays the head while others stay, and somebody is asked to decide; alone, the household ends', async () => {
  const { id, people } = await family('主', 1)
  expect(await move(people[0], places.neighbourVillage)).toMatchObject([{ code: 'person.move.isHead' }])
  expect(await untilOf(people[0])).toEqual([null])
  const alone = await family('独', 0)
  expect(await move(alone.people[0], places.neighbourVillage)).toMatchObject([{ code: 'person.move.leavesHousehold' }])
  expect(await untilOf(alone.people[0])).toEqual([today()])
  expect((await call('GET', `${base}/households/${alone.id}`)).body.fields).toMatchObject({
    memberCount: 0,
    endedOn: today(),
  })
  expect((await call('GET', `${base}/households/${id}`)).body.fields).toMatchObject({ memberCount: 2, endedOn: null })
})

it('a family that moves in one go leaves as a whole, and one whose household moved before stays together', async () => {
  const whole = await family('全', 2)
  await server.write(async ({ read, write, registry }) => {
    const record = registry.record('persons.person')
    const rows = await read.many(record, { id: whole.people })
    const values = { division: places.neighbourVillage }
    await write.updateMany(record, rows.map(({ id, version }) => ({ id, version, values })) as never)
  })
  for (const person of whole.people) expect(await untilOf(person)).toEqual([today()])
  const kept = await family('随', 1)
  const { version } = (await call('GET', `${base}/households/${kept.id}`)).body
  await call(
    'PATCH',
    `${base}/households/${kept.id}`,
    { division: places.neighbourVillage },
    { 'if-match': `"${version}"` },
  )
  for (const person of kept.people) {
    expect(await move(person, places.neighbourVillage)).toEqual([])
    expect(await untilOf(person)).toEqual([null])
  }
})
