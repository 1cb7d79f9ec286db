import { fc } from '@fast-check/vitest'
import { startTestServer, type TestServer } from '@opendpf/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { personsServer } from '../persons-server.js'
import { nameKeyOf } from './name-key.js'
import { nameKeySql } from './name-key-sql.js'
import { foldedCharacters } from './variants.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer] })
})
afterAll(() => server.stop())

it('the database compares names as the register does: variants, widths, cases, blanks and dots', async () => {
  const parts = [...foldedCharacters].flat()
  const part = fc.oneof(
    fc.constantFrom(...parts),
    fc.constantFrom(..."王明 ·・•．.‧-'’　\u00A0\u2009\uFEFF\tAbＺｑ１é"),
    fc.string({ unit: 'grapheme-ascii', maxLength: 2 }),
  )
  const names = fc.sample(
    fc.array(part, { maxLength: 6 }).map((some) => some.join('')),
    { numRuns: 2000, seed: 990_121 },
  )
  const { rows } = await server.write(({ db }) =>
    sql<{ key: string }>`
      select ${sql.raw(nameKeySql('name'))} as key from unnest(${[...names, parts.join('')]}::text[]) with ordinality given (name, place)
      order by place`.execute(db),
  )
  expect(rows.map(({ key }) => key)).toEqual([...names, parts.join('')].map(nameKeyOf))
})
