import { type Call, places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { add, addPerson, codesOf, idNumber } from '../../testing/people.js'
import { personsServer } from '../persons-server.js'

let server: TestServer
let call: Call
let sequence = 1

beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer] })
  call = server.as()
})
afterAll(() => server.stop())

const base = '/api/v1/persons'
/** Each person apart from all others by name, so that no test meets likely duplicates. */
const someone = async (birthDate: string) => {
  sequence += 2
  return addPerson(call, {
    name: `住${String.fromCharCode(0x4e00 + sequence)}户`,
    idNumber: idNumber(birthDate, sequence),
  })
}
const household = async (members: readonly (readonly [birthDate: string, relation: string])[]) => {
  const { id } = await add(call, 'households', { headName: '待定', division: places.village })
  const rows = []
  for (const [birthDate, relation] of members) {
    const person = await someone(birthDate)
    rows.push({
      person: person.id,
      name: person.fields.name,
      ...(await add(call, 'members', { household: id, person: person.id, relation, since: '2020-01-01' })),
    })
  }
  return { id, members: rows }
}
const read = async (id: string) => (await call('GET', `${base}/households/${id}`)).body
const current = async (id: string) =>
  (await call('GET', `${base}/members?household=${id}&until.empty=true`)).body.rows.map(
    (row: { fields: object }) => row.fields,
  )
const arrange = async (id: string, verb: string, body: object) =>
  call('POST', `${base}/households/${id}/${verb}`, body, { 'if-match': `"${(await read(id)).version}"` })

describe('a household', () => {
  it('knows its head, its size and its marks from its members', async () => {
    const { id, members } = await household([
      ['1950-01-01', '01'],
      ['1985-05-05', '20'],
      ['2014-01-01', '40'],
    ])
    expect((await read(id)).fields).toMatchObject({
      head: members[0]?.person,
      headName: members[0]?.name,
      memberCount: 3,
      certifiedCount: 0,
      isAgedCaring: false,
      hasStudent: false,
    })
    await server.write(async ({ write, read: reader, registry }) => {
      const person = registry.record('persons.person')
      const row = await reader.one(person, members[1]?.person ?? '')
      await write.update(person, {
        id: row?.id ?? '',
        version: row?.version ?? 0,
        values: { isCertified: true, disabilityCategory: '5', disabilityGrade: '2' },
      })
    })
    await add(call, 'statuses', {
      person: members[2]?.person,
      kind: 'enrolled',
      since: '2020-09-01',
      source: 'education',
    })
    expect((await read(id)).fields).toMatchObject({
      certifiedCount: 1,
      hasSevere: true,
      isAgedCaring: true,
      isMultiDisabled: false,
      hasStudent: true,
    })
  })

  it('follows the name of its head', async () => {
    const { id, members } = await household([['1970-01-01', '01']])
    await call('PATCH', `${base}/persons/${members[0]?.person}`, { name: '改名后' }, { 'if-match': '"1"' })
    expect((await read(id)).fields.headName).toBe('改名后')
  })

  it('has exactly one head, and each person one household', async () => {
    const { id, members } = await household([
      ['1970-01-01', '01'],
      ['1972-01-01', '10'],
    ])
    const stranger = await someone('1980-01-01')
    const second = await call('POST', `${base}/members`, {
      household: id,
      person: stranger.id,
      relation: '01',
      since: '2020-01-01',
    })
    expect(codesOf(second.body)).toEqual(['relation: member.problem.secondHead'])
    const { id: empty } = await add(call, 'households', { headName: '空户', division: places.village })
    const headless = await call('POST', `${base}/members`, {
      household: empty,
      person: stranger.id,
      relation: '20',
      since: '2020-01-01',
    })
    expect(codesOf(headless.body)).toEqual(['relation: member.problem.noHead'])
    const twice = await call('POST', `${base}/members`, {
      household: empty,
      person: members[1]?.person,
      relation: '01',
      since: '2024-01-01',
    })
    expect(codesOf(twice.body)).toEqual(['person: member.problem.otherHousehold'])
    const leaving = await call(
      'PATCH',
      `${base}/members/${members[0]?.id}`,
      { until: '2026-01-01' },
      { 'if-match': '"1"' },
    )
    expect(codesOf(leaving.body)).toEqual(['relation: member.problem.headLeaves'])
    const removing = await call('POST', `${base}/members/${members[0]?.id}/remove`, {}, { 'if-match': '"1"' })
    expect(removing.status).toBe(409)
    expect(removing.body.detail).toContain('家庭')
    // said to whoever asked, in his own language
    const english = { 'if-match': '"1"', 'accept-language': 'en' }
    const told = await call('POST', `${base}/members/${members[0]?.id}/remove`, {}, english)
    expect(told.body.detail).toMatch(/household/i)
    expect(told.body.detail).not.toMatch(/[\u4e00-\u9fff]/)
    expect(await current(id)).toHaveLength(2)
  })

  it('is split: those who leave get a household and a head of their own', async () => {
    const { id, members } = await household([
      ['1950-01-01', '01'],
      ['1952-01-01', '10'],
      ['1980-01-01', '20'],
      ['2010-01-01', '40'],
    ])
    const [, , son, grandchild] = members
    const { status, body } = await arrange(id, 'split', {
      members: [son?.id, grandchild?.id],
      head: son?.id,
      relations: { [grandchild?.id ?? '']: '20' },
      on: '2026-05-01',
    })
    expect(status).toBe(200)
    expect(await current(body.id)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ person: son?.person, relation: '01', since: '2026-05-01' }),
        expect.objectContaining({ person: grandchild?.person, relation: '20' }),
      ]),
    )
    expect((await read(body.id)).fields).toMatchObject({
      memberCount: 2,
      headName: son?.name,
      division: places.village,
    })
    expect((await read(id)).fields.memberCount).toBe(2)
  })

  it('is split off its head, and then needs another', async () => {
    const { id, members } = await household([
      ['1950-01-01', '01'],
      ['1952-01-01', '10'],
      ['1980-01-01', '20'],
    ])
    const [head, wife, son] = members
    const without = await arrange(id, 'split', { members: [head?.id], head: head?.id, on: '2026-05-01' })
    expect(codesOf(without.body)).toEqual(['stayingHead: household.problem.newHeadNeeded'])
    expect((await read(id)).fields.memberCount).toBe(3)
    const { body } = await arrange(id, 'split', {
      members: [head?.id],
      head: head?.id,
      stayingHead: wife?.id,
      stayingRelations: { [son?.id ?? '']: '20' },
      on: '2026-05-01',
    })
    expect((await read(body.id)).fields.head).toBe(head?.person)
    expect((await read(id)).fields).toMatchObject({ head: wife?.person, memberCount: 2 })
  })

  it('is joined with another, which ends', async () => {
    const one = await household([['1950-01-01', '01']])
    const other = await household([
      ['1980-01-01', '01'],
      ['1981-01-01', '10'],
    ])
    const [son, wife] = other.members
    const relations = { [son?.id ?? '']: '20', [wife?.id ?? '']: '97' }
    const missing = await arrange(one.id, 'merge', {
      other: other.id,
      relations: { [son?.id ?? '']: '20' },
      on: '2026-05-01',
    })
    expect(codesOf(missing.body)).toEqual([`relations.${wife?.id}: household.problem.relationNeeded`])
    expect((await arrange(one.id, 'merge', { other: other.id, relations, on: '2026-05-01' })).status).toBe(200)
    expect((await read(one.id)).fields.memberCount).toBe(3)
    expect((await read(other.id)).fields).toMatchObject({ memberCount: 0, endedOn: '2026-05-01' })
    const late = await call('POST', `${base}/members`, {
      household: other.id,
      person: (await someone('1990-01-01')).id,
      relation: '01',
      since: '2026-05-02',
    })
    expect(codesOf(late.body)).toContain('household: member.problem.ended')
  })

  it('lets a member move, and ends when the last one left', async () => {
    const one = await household([['1950-01-01', '01']])
    const other = await household([['1980-01-01', '01']])
    expect(
      (
        await arrange(one.id, 'move-member', {
          member: one.members[0]?.id,
          to: other.id,
          relation: '50',
          on: '2026-05-01',
        })
      ).status,
    ).toBe(200)
    expect((await read(one.id)).fields.endedOn).toBe('2026-05-01')
    expect((await read(other.id)).fields.memberCount).toBe(2)
  })

  it('changes its head in one step, with the relations that follow', async () => {
    const { id, members } = await household([
      ['1950-01-01', '01'],
      ['1952-01-01', '10'],
      ['1980-01-01', '20'],
    ])
    const [old, wife, son] = members
    expect((await arrange(id, 'change-head', { head: son?.id })).status).toBe(422)
    const relations = { [old?.id ?? '']: '50', [wife?.id ?? '']: '50' }
    expect((await arrange(id, 'change-head', { head: son?.id, relations })).status).toBe(200)
    expect((await read(id)).fields).toMatchObject({ head: son?.person, headName: son?.name })
  })

  it('is arranged by whoever may, and never from an old picture', async () => {
    const { id, members } = await household([
      ['1950-01-01', '01'],
      ['1952-01-01', '10'],
    ])
    const body = { head: members[1]?.id, relations: { [members[0]?.id ?? '']: '10' } }
    expect(
      (
        await server.as({ may: ['persons:*.update'] })('POST', `${base}/households/${id}/change-head`, body, {
          'if-match': '"1"',
        })
      ).status,
    ).toBe(403)
    expect((await call('POST', `${base}/households/${id}/change-head`, body)).status).toBe(428)
    expect((await call('POST', `${base}/households/${id}/change-head`, body, { 'if-match': '"1"' })).status).toBe(412)
    expect(
      (
        await server.as({ at: places.neighbour })('POST', `${base}/households/${id}/change-head`, body, {
          'if-match': '"1"',
        })
      ).status,
    ).toBe(404)
  })
})
