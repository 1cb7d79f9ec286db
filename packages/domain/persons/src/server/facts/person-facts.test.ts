import { fc, test as property } from '@fast-check/vitest'
import { bookOf } from '@opendpf/eligibility'
import { ageOn } from '@opendpf/standards'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { persons } from '../../contract/index.js'
import { personsServer } from '../index.js'
import { personFactSources } from './person-facts.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer] })
})
afterAll(() => server.stop())

const groups = personFactSources.groups ?? {}

/** What a group tells of somebody on a day; undefined where it has no row. */
function told(group: string, person: string, date: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  return server.write(async ({ db }) => {
    const rows = groups[group]?.({ date: sql`${date}::date`, receives: sql`(select 1)` })
    const answer = await sql<
      Record<string, unknown>
    >`select * from (${rows}) as told where subject = ${person}`.execute(db)
    expect(answer.rows.length).toBeLessThanOrEqual(1)
    return answer.rows[0]
  })
}

const create = (values: Readonly<Record<string, unknown>>) =>
  server.write(({ write }) =>
    write.create(persons.records.person, { name: '示例', division: places.village, ...values }),
  )

describe('the facts of persons', () => {
  it('are answered, every one of them, by its group', async () => {
    const { id } = await create({ birthDate: '1970-01-01' })
    for (const [name, { group }] of bookOf({ modules: [persons as never] }).facts) {
      const { rows } = await server.write(({ db }) =>
        sql`select * from (${groups[group]?.({ date: sql`now()::date`, receives: sql`(select 1)` })}) as told limit 0`.execute(
          db,
        ),
      )
      expect(rows, name).toEqual([])
    }
    expect(Object.keys((await told('register', id, '2026-06-15')) ?? {})).toEqual(['subject', 'sex', 'age', 'isAlive'])
  })

  const day = fc
    .tuple(fc.integer({ min: 1940, max: 2040 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, date]) => [year, month, date].map((part) => String(part).padStart(2, '0')).join('-'))
  const leapDays = fc.constantFrom('2000-02-29', '2024-02-29', '2023-02-28', '2023-03-01')

  property.prop([fc.oneof(day, leapDays), fc.oneof(day, leapDays)], { numRuns: 60 })(
    'count years as the standards do, leap days included',
    async (born, date) => {
      const { rows } = await server.write(({ db }) =>
        sql<{ age: number | null }>`select case when ${born}::date <= ${date}::date
          then extract(year from age(${date}::date, ${born}::date))::int end as age`.execute(db),
      )
      expect(rows[0]?.age ?? undefined).toBe(ageOn(born, date))
    },
  )

  it('tell states on their days, and means by the person before the household', async () => {
    const { id } = await create({ deathDate: '2026-05-01', isDeceased: true, birthDate: '1950-01-01' })
    expect(await told('register', id, '2026-04-30')).toMatchObject({ isAlive: true, age: 76 })
    expect(await told('register', id, '2026-05-01')).toMatchObject({ isAlive: false })
    expect(await told('economy', id, '2026-04-01')).toBeUndefined()
    await server.write(async ({ write }) => {
      const { household, member, status } = persons.records
      const home = await write.create(household, {
        headName: '示例',
        division: places.village,
        economicState: 'allowance-margin',
      })
      await write.create(member, { household: home.id, person: id, relation: '01', since: '2020-01-01' })
      for (const [kind, since, until] of [
        ['allowance', '2025-01-01', '2025-12-31'],
        ['extremely-poor', '2025-06-01', null],
        ['care-needed', '2026-01-01', null],
      ] as const)
        await write.create(status, { person: id, kind, since, until, source: 'civil-affairs' })
    })
    const economyOn = async (date: string) => (await told('economy', id, date))?.economy
    expect(await economyOn('2024-12-31')).toBe('allowance-margin')
    expect(await economyOn('2025-05-31')).toBe('allowance')
    expect(await economyOn('2025-06-01')).toBe('extremely-poor')
    expect(await told('statuses', id, '2025-12-31')).toMatchObject({ needsCare: null, isOrphan: false })
    expect(await told('statuses', id, '2026-01-01')).toMatchObject({ needsCare: true })
    expect(await told('household', id, '2026-01-01')).toMatchObject({ isMultiDisabledHousehold: false })
  })
})
