import type { TestServer } from '@opendpf/testing'

/** How large the county is, and how many of its people receive. */
export interface Size {
  readonly persons: number
  readonly receiving: number
}

/** 18 towns of 15 villages each. */
const towns = 18
const villages = 15
const townOf = (at: number): string => `990121${200 + (at % towns)}`

/**
 * Fills register, certificates, households, statuses, benefits and those who receive the living subsidy past the application, for there are too
 * many. Of a hundred who receive, two have lost the household's allowance since, and one has died.
 */
export async function fill(server: TestServer, { persons, receiving }: Size): Promise<void> {
  await server.write(async ({ write, registry }) => {
    const division = registry.record('system.division')
    for (let town = 0; town < towns; town += 1) {
      const code = townOf(town)
      const row = (name: string, digits: string, level: string) => ({ code: digits, name, level, isSynthetic: true })
      const within = Array.from({ length: villages }, (_, at) =>
        row(`村${town}-${at}`, `${code}${201 + at}`, 'village'),
      )
      await write.createMany(division, [row(`镇${town}`, `${code}000`, 'town'), ...within] as never)
    }
  })
  await server.connect('owner', async (client) => {
    const town = `'990121' || (200 + i % ${towns})`
    const division = `${town} || (201 + i / ${towns} % ${villages})`
    const head = 'id, version, recorded_at, recorded_by, division, county, town'
    const rowOf = (id: string) => `${id}, 1, '2024-01-01'::timestamptz, 'bench', ${division}, '990121', ${town}`
    const everybody = `from generate_series(1, ${persons}) i`
    await client.query(`insert into persons_person (${head}, name, sex, birth_date, is_deceased, death_date)
      select ${rowOf(`'p' || i`)}, '张' || i, (1 + i % 2)::text, '1936-01-01'::date + (i::bigint * 7919 % 31000)::int,
        i % 100 = 0, case when i % 100 = 0 then '2026-06-01'::date end ${everybody}`)
    await client.query(`insert into certificates_certificate
        (${head}, person, holder_name, number, number_key, category, grade, components, issue_date, valid_to, state)
      select ${rowOf(`'c' || i`)}, 'p' || i, '张' || i, '\\x00'::bytea, 'k' || i, (1 + i % 7)::text, (1 + i / 7 % 4)::text,
        case when i % 7 < 6 or i % 3 = 0 then jsonb_build_array(
          jsonb_build_object('category', (1 + i % 7)::text, 'grade', (1 + i / 7 % 4)::text)) end,
        '2019-01-01'::date + i % 1500, '2029-01-01'::date + i % 1500,
        case when i % 50 = 49 then 'cancelled' else 'valid' end ${everybody}`)
    await client.query(`insert into persons_household
        (${head}, head_name, economic_state, is_multi_disabled, is_aged_caring, has_student)
      select ${rowOf(`'h' || i`)}, '张' || i, case when i % 20 = 3 then 'allowance-margin' end, i % 9 = 0, i % 11 = 0, i % 7 = 0
      from generate_series(1, ${Math.ceil(persons / 2)}) i`)
    await client.query(`insert into persons_member (${head}, household, person, relation, since)
      select ${rowOf(`'m' || i`)}, 'h' || (i + 1) / 2, 'p' || i, 'head', '2010-01-01' ${everybody}`)
    // those who receive hold the low allowance of their household until it ended
    const status = (mark: string, kind: string, until: string, where: string) =>
      client.query(`insert into persons_status (${head}, person, kind, since, until, source)
        select ${rowOf(`'${mark}' || i`)}, 'p' || i, '${kind}', '2020-01-01', ${until}, 'civil-affairs' ${everybody} where ${where}`)
    await status(
      'a',
      'allowance',
      `case when i % 50 = 1 then '2026-05-31'::date end`,
      `i <= ${receiving + persons / 20}`,
    )
    await status('n', 'care-needed', 'null', 'i % 3 = 0')
    await status('o', 'employed', 'null', 'i % 8 = 0')
    await client.query(`insert into eligibility_benefit (${head}, person, kind, since, source)
      select ${rowOf(`'b' || i`)}, 'p' || i, (array['old-age-nursing', 'state-salary', 'work-injury-care-fee'])[1 + i / 10 % 3],
        '2022-01-01', 'civil-affairs' ${everybody} where i > ${receiving} and i % 10 = 0`)
    await client.query(`insert into programmes_enrolment
        (${head}, programme, person, person_name, subject, scheme, from_month, state)
      select ${rowOf(`'e' || i`)}, 'poverty-relief.living', 'p' || i, '张' || i, 'p' || i, 'poverty-relief.living', '2026-06', 'active'
      from generate_series(1, ${receiving}) i`)
    await client.query('vacuum (analyze)')
  })
}
