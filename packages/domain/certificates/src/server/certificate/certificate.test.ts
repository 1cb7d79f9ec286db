import { personsServer } from '@opendpf/persons/server'
import { type Call, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addHolder, codesOf } from '../../testing/holders.js'
import { certificatesServer } from '../certificates-server.js'

const path = '/api/v1/certificates/certificates'
let server: TestServer
let call: Call
beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer, certificatesServer] })
  call = server.as()
})
afterAll(() => server.stop())

const create = (values: object) => call('POST', path, values)
const change = async (id: string, values: object) =>
  call('PATCH', `${path}/${id}`, values, { 'if-match': `"${(await call('GET', `${path}/${id}`)).body.version}"` })
const person = async (id: string) => (await call('GET', `/api/v1/persons/persons/${id}`)).body.fields

describe('a certificate', () => {
  it('says category, grade and validity by its number and date of issue', async () => {
    const holder = await addHolder(call, '1985-03-07')
    const { status, body } = await create({
      person: holder.id,
      number: holder.numberOf('4', '2'),
      issueDate: '2020-02-29',
    })
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body.fields).toMatchObject({
      holderName: holder.name,
      category: '4',
      grade: '2',
      components: [{ category: '4', grade: '2' }],
      validTo: '2030-02-27',
      state: 'valid',
      stateOn: '2026-06-15',
      media: 'paper2',
      source: 'county',
    })
    expect(body.fields.number).toBe('990121********0012**'.replace('0012', body.fields.number.slice(14, 18)))
    expect(await person(holder.id)).toMatchObject({ isCertified: true, disabilityCategory: '4', disabilityGrade: '2' })
  })

  it('is refused when number, holder, category or grade disagree', async () => {
    const holder = await addHolder(call, '1986-03-07')
    const other = await addHolder(call, '1987-03-07')
    expect(
      codesOf((await create({ person: holder.id, number: other.numberOf('4', '2'), issueDate: '2020-01-01' })).body),
    ).toEqual(['number: certificate.problem.idMismatch'])
    expect(
      codesOf(
        (
          await create({
            person: holder.id,
            number: holder.numberOf('4', '2'),
            category: '5',
            grade: '1',
            issueDate: '2020-01-01',
          })
        ).body,
      ),
    ).toEqual(['category: certificate.problem.categoryMismatch', 'grade: certificate.problem.gradeMismatch'])
    expect((await create({ person: holder.id, number: '99012119860307', issueDate: '2020-01-01' })).status).toBe(422)
    expect(
      codesOf((await create({ person: holder.id, number: holder.numberOf('4', '2'), issueDate: '1985-01-01' })).body),
    ).toEqual(['issueDate: certificate.problem.issueBeforeBirth'])
    expect(
      codesOf(
        (
          await create({
            person: holder.id,
            number: holder.numberOf('4', '2'),
            issueDate: '2026-06-16',
            validTo: '2026-06-01',
          })
        ).body,
      ),
    ).toEqual(['issueDate: certificate.problem.issueFuture', 'validTo: certificate.problem.validToEarly'])
  })

  it('of multiple disability has components that make it', async () => {
    const holder = await addHolder(call, '1962-08-15')
    const values = { person: holder.id, number: holder.numberOf('7', '1'), issueDate: '2020-01-01' }
    const refused = async (components: object) => codesOf((await create({ ...values, components })).body)
    expect(
      await refused([
        { category: '1', grade: '2' },
        { category: '2', grade: '3' },
      ]),
    ).toEqual(['components: certificate.problem.componentsHead'])
    expect(await refused([{ category: '1', grade: '1' }])).toEqual(['components: certificate.problem.componentsHead'])
    expect(
      await refused([
        { category: '1', grade: '1' },
        { category: '1', grade: '2' },
      ]),
    ).toEqual(['components: certificate.problem.componentsDuplicate'])
    expect((await create({ ...values, components: [{ category: '7', grade: '1' }] })).status).toBe(422)
    const { body } = await create(values)
    expect(body.warnings.map(({ code }: { code: string }) => code)).toEqual(['certificate.problem.componentsNeeded'])
    expect(
      (
        await change(body.id, {
          components: [
            { category: '1', grade: '1' },
            { category: '2', grade: '3' },
          ],
        })
      ).status,
    ).toBe(200)
  })

  it('is the only live one of its holder, and counts again when the other has gone', async () => {
    const holder = await addHolder(call, '1988-03-07')
    const first = (await create({ person: holder.id, number: holder.numberOf('1', '3'), issueDate: '2019-01-01' })).body
    const values = { person: holder.id, number: holder.numberOf('1', '2'), issueDate: '2025-01-01' }
    expect(codesOf((await create(values)).body)).toEqual(['person: certificate.problem.secondLive'])
    expect(codesOf((await change(first.id, { state: 'cancelled' })).body)).toEqual([
      'cancelReason: certificate.problem.reasonNeeded',
    ])
    expect((await change(first.id, { state: 'superseded' })).status).toBe(200)
    expect(await person(holder.id)).toMatchObject({ isCertified: false, disabilityGrade: null })
    expect((await create(values)).status).toBe(201)
    expect(await person(holder.id)).toMatchObject({ isCertified: true, disabilityGrade: '2' })
    expect(codesOf((await change(first.id, { state: 'frozen' })).body)).toEqual([
      'person: certificate.problem.secondLive',
    ])
  })

  it('keeps its earlier numbers when it is regraded or replaced', async () => {
    const holder = await addHolder(call, '1989-03-07')
    const { id } = (await create({ person: holder.id, number: holder.numberOf('5', '3'), issueDate: '2019-01-01' }))
      .body
    const regraded = (await change(id, { number: holder.numberOf('5', '2'), issueDate: '2024-01-01' })).body
    expect(regraded.fields).toMatchObject({
      grade: '2',
      components: [{ category: '5', grade: '2' }],
      validTo: '2033-12-31',
    })
    await change(id, { number: holder.numberOf('5', '2', 1) })
    const history = (await call('GET', `/api/v1/certificates/number-histories?certificate=${id}`)).body.rows
    expect(history.map(({ fields }: { fields: { reason: string } }) => fields.reason).toSorted()).toEqual([
      'regrade',
      'replacement',
    ])
    const found = await call('POST', '/api/v1/certificates/number-histories/query', {
      filters: {},
      lookup: { field: 'number', value: holder.numberOf('5', '3') },
    })
    expect(found.body.rows).toHaveLength(1)
  })

  it('is found by the name of its holder, whatever that is now', async () => {
    const holder = await addHolder(call, '1990-03-07')
    await create({ person: holder.id, number: holder.numberOf('6', '2'), issueDate: '2022-01-01' })
    await call('PATCH', `/api/v1/persons/persons/${holder.id}`, { name: '欧阳改名' }, { 'if-match': '"2"' })
    const { body } = await call('POST', `${path}/query`, { filters: {}, search: 'ouyang' })
    expect(body.rows.map(({ title }: { title: string }) => title)).toEqual(['欧阳改名'])
  })

  it('expires when its last day has passed, and not before', async () => {
    const holder = await addHolder(call, '1991-03-07')
    const old = (
      await create({ person: holder.id, number: holder.numberOf('2', '1'), issueDate: '2016-06-15', state: 'valid' })
    ).body
    expect(old.fields).toMatchObject({ validTo: '2026-06-14', state: 'expired' })
    expect(old.warnings.map(({ code }: { code: string }) => code)).toEqual(['certificate.problem.stateExpired'])
    expect(await person(holder.id)).toMatchObject({ isCertified: false })
    const renewed = (await change(old.id, { issueDate: '2026-06-01' })).body
    expect(renewed.fields).toMatchObject({ validTo: '2036-05-31', state: 'valid' })
  })

  it('shows category and grade, hides the number and all of the assessment', async () => {
    const holder = await addHolder(call, '1992-03-07')
    const { id } = (
      await create({
        person: holder.id,
        number: holder.numberOf('6', '1'),
        issueDate: '2022-01-01',
        institution: '示范县第一人民医院',
        findings: '检查所见',
        cause: '04',
        assessedOn: '2021-12-01',
      })
    ).body
    const { body } = await call('GET', `${path}/${id}`)
    expect(body.fields).toMatchObject({ category: '6', grade: '1' })
    expect(body.masked).toEqual(expect.arrayContaining(['number', 'institution', 'findings', 'cause', 'assessedOn']))
    expect(JSON.stringify(body)).not.toMatch(/检查所见|第一人民医院/)
  })
})
