import { composeResidentId } from '@opendpf/standards'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personsServer } from '../persons-server.js'

let server: TestServer
const path = '/api/v1/persons/persons'
const idNumber = (birthDate: string, sequence: number) =>
  composeResidentId({ addressCode: '990121', birthDate, sequence })
const codes = (body: { errors?: { path: string; code: string }[] }) =>
  body.errors?.map(({ path: field, code }) => `${field}: ${code}`)

beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer] })
})
afterAll(() => server.stop())

describe('a person', () => {
  it('gets birth date, sex and document from the ID number', async () => {
    const { status, body } = await server.as()('POST', path, {
      name: '王小红',
      idNumber: idNumber('1985-03-07', 24),
      division: places.village,
    })
    expect(status).toBe(201)
    expect(body.fields).toMatchObject({
      birthDate: '1985-03-07',
      sex: '2',
      idType: 'resident-id',
      isDeceased: false,
      isCertified: false,
    })
    expect(body.warnings).toEqual([])
  })

  it('is refused when what is entered contradicts the number', async () => {
    const { status, body } = await server.as()('POST', path, {
      name: '王小明',
      idNumber: idNumber('1985-03-07', 31),
      birthDate: '1985-03-08',
      sex: '2',
      idType: 'passport',
      division: places.village,
    })
    expect(status).toBe(422)
    expect(codes(body)).toEqual([
      'birthDate: person.problem.birthDateMismatch',
      'sex: person.problem.sexMismatch',
      'idType: person.problem.idTypeMismatch',
    ])
    expect(body.errors[0].message).toBe('出生日期与身份证号不一致，请核对证件后改正其中一项')
  })

  it('may have only a household book, and then needs a birth date', async () => {
    const without = await server.as()('POST', path, { name: '李宝宝', division: places.village })
    expect(codes(without.body)).toEqual(['birthDate: person.problem.birthDateNeeded'])
    const { body } = await server.as()('POST', path, {
      name: '李宝宝',
      birthDate: '2026-02-01',
      sex: '1',
      division: places.village,
    })
    expect(body.fields).toMatchObject({ idType: 'household-book', idNumber: null })
  })

  it('is corrected with the number alone: what was read from the wrong one follows', async () => {
    const call = server.as()
    const created = await call('POST', path, {
      name: '赵更正',
      idNumber: idNumber('1970-01-01', 13),
      division: places.village,
    })
    const { body } = await call(
      'PATCH',
      `${path}/${created.body.id}`,
      { idNumber: idNumber('1971-01-01', 24) },
      { 'if-match': '"1"' },
    )
    expect(body.fields).toMatchObject({ birthDate: '1971-01-01', sex: '2' })
  })

  it('cannot be registered twice under one number', async () => {
    const call = server.as()
    const values = { name: '钱唯一', idNumber: idNumber('1990-06-06', 17), division: places.village }
    expect((await call('POST', path, values)).status).toBe(201)
    expect((await call('POST', path, { ...values, name: '钱另一', division: places.otherVillage })).status).toBe(409)
  })

  it('dies once, after the birth and not in the future', async () => {
    const call = server.as()
    const values = { name: '孙亡故', idNumber: idNumber('1950-01-01', 15), division: places.village }
    expect(codes((await call('POST', path, { ...values, deathDate: '1949-01-01' })).body)).toEqual([
      'deathDate: person.problem.deathBeforeBirth',
    ])
    expect(codes((await call('POST', path, { ...values, deathDate: '2026-06-16' })).body)).toEqual([
      'deathDate: person.problem.deathFuture',
    ])
    expect(codes((await call('POST', path, { ...values, deathDate: '2026-06-01', isDeceased: false })).body)).toEqual([
      'isDeceased: person.problem.deceasedContradicts',
    ])
    expect((await call('POST', path, { ...values, deathDate: '2026-06-01' })).body.fields.isDeceased).toBe(true)
  })

  it('is masked for whoever reads', async () => {
    const { body } = await server.as()('POST', `${path}/query`, { filters: {}, search: '王小红' })
    expect(body.rows[0].masked).toContain('idNumber')
    expect(body.rows[0].fields.idNumber).not.toMatch(/^\d{17}/)
  })
})
