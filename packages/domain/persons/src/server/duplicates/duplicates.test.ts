import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goldenPairs } from '../../testing/golden-pairs.js'
import { add, addPerson, idNumber } from '../../testing/people.js'
import { personsServer } from '../persons-server.js'

let server: TestServer
const open = async (call: ReturnType<TestServer['as']>, id: string) => {
  const { body } = await call('GET', '/api/v1/persons/duplicates?state=open&limit=200')
  return body.rows.filter((row: { fields: { person: string } }) => row.fields.person === id)
}

beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer] })
})
afterAll(() => server.stop())

describe('likely duplicates', () => {
  it('are told to whoever writes, with the rule, and the name masked', async () => {
    const call = server.as()
    const first = await addPerson(call, { name: '王建国', idNumber: idNumber('1962-08-15', 11) })
    const second = await addPerson(call, {
      name: '王建國',
      idNumber: idNumber('1962-08-15', 13),
      division: places.otherVillage,
    })
    expect(second.warnings.map(({ code }: { code: string }) => code)).toEqual([
      'person.duplicate.same-name-and-birth-date',
      'person.duplicate.checked',
    ])
    expect(second.warnings[0].message).toContain('姓名和出生日期相同')
    expect(second.warnings[0].message).not.toContain('王建国')
    const [pair] = await open(call, first.id)
    expect(pair.fields).toMatchObject({
      person: first.id,
      otherName: '王建國',
      score: 80,
      rules: ['same-name-and-birth-date'],
      state: 'open',
    })
  })

  it('are told before anything is written', async () => {
    const { body } = await server.as()('POST', '/api/v1/persons/persons/check', {
      name: '王建国',
      birthDate: '1962-08-15',
      division: places.village,
    })
    expect(body.problems).toEqual([])
    expect(body.warnings).toHaveLength(3)
  })

  it('are found by every golden pair and by no near miss', async () => {
    for (const [number, { because, left, right, rule }] of goldenPairs.entries()) {
      // the villages of the pairs, in divisions that exist; each pair apart from the others by its birth dates
      const [here, there] = [places.village, places.streetVillage]
      const valuesOf = (entry: typeof left, sequence: number) => ({
        name: entry.name,
        formerName: entry.formerName ?? null,
        division: entry.village === left.village ? here : there,
        ...(entry.birthDate === null || entry.hasIdNumber === false
          ? { birthDate: entry.birthDate ?? '1900-01-01' }
          : { idNumber: idNumber(entry.birthDate, sequence) }),
      })
      const call = server.as()
      const one = await addPerson(call, valuesOf(left, 201 + 4 * number))
      const other = await addPerson(call, valuesOf(right, 203 + 4 * number))
      const found = (await call('GET', `/api/v1/persons/duplicates?other=${other.id}`)).body.rows.find(
        (row: { fields: { person: string } }) => row.fields.person === one.id,
      )
      expect(found?.fields.rules, because).toEqual(rule && [rule])
    }
  })

  it('are seen only within the territory of whoever writes', async () => {
    await addPerson(server.as(), {
      name: '梁外乡',
      idNumber: idNumber('1951-05-05', 15),
      division: places.streetVillage,
    })
    const clerk = server.as({ at: places.town })
    expect((await addPerson(clerk, { name: '梁外乡', idNumber: idNumber('1951-05-05', 17) })).warnings).toEqual([])
  })

  it('stay told apart once decided', async () => {
    const call = server.as()
    const one = await addPerson(call, { name: '钱双生', idNumber: idNumber('1999-09-09', 11) })
    const other = await addPerson(call, { name: '钱双升', idNumber: idNumber('1999-09-09', 13) })
    const [pair] = await open(call, one.id)
    expect(
      (
        await server.as({ may: ['persons:*.read'] })('POST', `/api/v1/persons/duplicates/${pair.id}/decide`, {
          decision: 'not-duplicate',
        })
      ).status,
    ).toBe(403)
    expect(
      (await call('POST', `/api/v1/persons/duplicates/${pair.id}/decide`, { decision: 'not-duplicate' })).body.state,
    ).toBe('not-duplicate')
    await call('PATCH', `/api/v1/persons/persons/${other.id}`, { name: '钱双声' }, { 'if-match': '"1"' })
    expect(await open(call, one.id)).toEqual([])
    const { body } = await call('GET', `/api/v1/persons/duplicates/${pair.id}`)
    expect(body.fields.state).toBe('not-duplicate')
  })

  it('are cleared when the entry is corrected or removed', async () => {
    const call = server.as()
    const one = await addPerson(call, { name: '孙清除', idNumber: idNumber('1977-07-07', 11) })
    const other = await addPerson(call, { name: '孙清除', idNumber: idNumber('1977-07-07', 13) })
    const third = await addPerson(call, { name: '孙清厨', idNumber: idNumber('1977-07-07', 15) })
    expect(await open(call, one.id)).toHaveLength(2)
    await call('PATCH', `/api/v1/persons/persons/${other.id}`, { name: '孙改正名' }, { 'if-match': '"1"' })
    expect(await open(call, one.id)).toHaveLength(1)
    expect(
      (await call('POST', `/api/v1/persons/persons/${third.id}/remove`, { reason: '误录' }, { 'if-match': '"1"' }))
        .status,
    ).toBe(204)
    expect(await open(call, one.id)).toEqual([])
  })

  it('go with the older entry as well, decided or open, and nothing points at what is gone', async () => {
    const call = server.as()
    const remove = (id: string, version = 1) =>
      call('POST', `/api/v1/persons/persons/${id}/remove`, { reason: '误录' }, { 'if-match': `"${version}"` })
    const pairs = async (id: string) => {
      const of = async (field: string) => (await call('GET', `/api/v1/persons/duplicates?${field}=${id}`)).body.rows
      const all = (await call('GET', '/api/v1/persons/duplicates?limit=200')).body.rows
      return [...(await of('other')), ...all.filter((row: { fields: { person: string } }) => row.fields.person === id)]
    }
    const older = await addPerson(call, { name: '冯先登记', idNumber: idNumber('1971-03-03', 11) })
    const newer = await addPerson(call, { name: '冯先登记', idNumber: idNumber('1971-03-03', 13) })
    const third = await addPerson(call, { name: '冯先登记', idNumber: idNumber('1971-03-03', 15) })
    const [first] = await open(call, older.id)
    await call('POST', `/api/v1/persons/duplicates/${first.id}/decide`, { decision: 'not-duplicate' })
    expect(await pairs(older.id)).toHaveLength(2)
    expect((await remove(older.id)).status).toBe(204)
    expect(await pairs(older.id)).toEqual([])
    // the other two are still one pair, of which the decision goes with the newer entry
    const [last] = await open(call, newer.id)
    await call('POST', `/api/v1/persons/duplicates/${last.id}/decide`, { decision: 'not-duplicate' })
    expect((await remove(third.id)).status).toBe(204)
    expect(await pairs(newer.id)).toEqual([])
  })

  it('do not keep an entry that something else refers to from being kept', async () => {
    const call = server.as()
    const older = await addPerson(call, { name: '褚有低保', idNumber: idNumber('1972-03-03', 11) })
    await addPerson(call, { name: '褚有低保', idNumber: idNumber('1972-03-03', 13) })
    await add(call, 'statuses', { person: older.id, kind: 'away', since: '2026-01-01', source: 'declared' })
    const answer = await call(
      'POST',
      `/api/v1/persons/persons/${older.id}/remove`,
      { reason: '误录' },
      { 'if-match': '"1"' },
    )
    expect(answer).toMatchObject({ status: 409, body: { code: 'still-in-use' } })
    expect(await open(call, older.id)).toHaveLength(1)
  })

  it('are found among the rows of one batch', async () => {
    const rows = await server.write(({ write }) =>
      write.createMany(server.platform.registry.record('persons.person'), [
        { name: '郑批量', idNumber: idNumber('1966-06-06', 11), division: places.village },
        { name: '郑批量', idNumber: idNumber('1966-06-06', 13), division: places.village },
      ]),
    )
    expect(await open(server.as(), rows[0]?.id ?? '')).toHaveLength(1)
  })

  it('cannot be made up by anybody', async () => {
    expect((await server.as()('POST', '/api/v1/persons/duplicates', { score: 100 })).status).toBe(405)
    await expect(
      add(server.as(), 'persons', { name: '甲', birthDate: '2000-01-01', division: places.village, isCertified: true }),
    ).rejects.toThrow(/"path":"isCertified"/)
  })
})
