import { type AuditFinding, type Queryable, valueTypes } from '@opendpf/database'
import { visitsServer } from '@opendpf/fixtures'
import { verifyAudit, verifyAuditOn } from '@opendpf/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const households = '/api/v1/visits/households'
let server: TestServer
let id: string
beforeAll(async () => {
  server = await startTestServer({ modules: [visitsServer] })
  id = await add('张三', places.village)
  await add('李四', places.village)
  await add('邻家', places.neighbourVillage)
  await change(id, { head: '张三丰' }, 1)
})
afterAll(() => server.stop())

async function add(head: string, division: string): Promise<string> {
  const answer = await server.as({ at: 'all' })('POST', households, { head, division, phone: '19900000001' })
  expect(answer.status).toBe(201)
  return answer.body.id
}
const change = (changed: string, values: object, version: number) =>
  server.as({ at: 'all' })('PATCH', `${households}/${changed}`, values, { 'if-match': `"${version}"` })
const findings = () => verifyAudit(server.platform)

/** What is found after somebody with the owner's password worked behind the application's back; then all of it is taken back. */
const after = (...statements: readonly string[]): Promise<readonly AuditFinding[]> =>
  server.connect('owner', async (client) => {
    const session: Queryable = {
      query: async ({ text, values }) => (await client.query({ text, values: [...values], types: valueTypes })).rows,
    }
    await client.query('begin')
    for (const statement of statements) await client.query(statement)
    const found = await verifyAuditOn(session, server.platform)
    await client.query('rollback')
    return found
  })
const row = { record: 'visits.household' }

describe('nothing was touched', () => {
  it('and the verification says so, telling how far it is', async () => {
    const steps: string[] = []
    expect(await verifyAudit(server.platform, ({ stage, done }) => void steps.push(`${stage} ${done}`))).toEqual([])
    expect(steps.some((step) => /^entries [1-9]/.test(step))).toBe(true)
    expect(steps.some((step) => /^rows [1-9]/.test(step))).toBe(true)
  })

  it('after removals, restorations and moves neither', async () => {
    const call = server.as({ at: 'all' })
    const moved = await add('赵六', places.village)
    await change(moved, { division: places.neighbourVillage }, 1)
    await call('POST', `${households}/${moved}/remove`, {}, { 'if-match': '"2"' })
    expect(await findings()).toEqual([])
    await call('POST', `${households}/${moved}/restore`)
    expect(await findings()).toEqual([])
  })
})

describe('a row', () => {
  it('that was changed is named', async () => {
    const found = await after(`update visits_household set head = '别人' where id = '${id}'`)
    expect(found).toEqual([{ ...row, kind: 'row-changed', recordId: id, version: 2 }])
  })

  it('whose sealed value was taken away is named', async () => {
    const found = await after(`update visits_household set phone = null where id = '${id}'`)
    expect(found).toEqual([{ ...row, kind: 'row-changed', recordId: id, version: 2 }])
  })

  it('that was changed in the past is named', async () => {
    const found = await after(`update visits_household_history set head = '别人' where id = '${id}' and version = 1`)
    expect(found).toEqual([{ ...row, kind: 'row-changed', recordId: id, version: 1 }])
  })

  it('that was moved elsewhere is named', async () => {
    const found = await after(`update visits_household set division = '${places.otherVillage}' where id = '${id}'`)
    expect(found).toEqual([{ ...row, kind: 'row-changed', recordId: id, version: 2 }])
  })

  it('that was taken away is named, also from the past', async () => {
    const found = await after(`delete from visits_household where id = '${id}'`)
    expect(found).toEqual([{ ...row, kind: 'row-missing', recordId: id, version: 2 }])
    const both = await after(
      `delete from visits_household where id = '${id}'`,
      `delete from visits_household_history where id = '${id}'`,
    )
    expect(both).toEqual([1, 2].map((version) => ({ ...row, kind: 'row-missing', recordId: id, version })))
  })

  it('that was added is named', async () => {
    const found = await after(
      `insert into visits_household select 'forged', version, recorded_at, recorded_by, division, county, town, head, phone, phone_key from visits_household where id = '${id}'`,
    )
    expect(found).toEqual([{ ...row, kind: 'row-without-entry', recordId: 'forged', version: 2 }])
  })

  it('that was put back to what it was is named', async () => {
    const found = await after(
      `delete from visits_household where id = '${id}'`,
      `insert into visits_household select id, version, recorded_at, recorded_by, division, county, town, head, phone, phone_key from visits_household_history where id = '${id}'`,
    )
    expect(found).toEqual([
      { ...row, kind: 'row-changed', recordId: id, version: 1 },
      { ...row, kind: 'row-missing', recordId: id, version: 2 },
    ])
  })

  it('that was removed and put back is named', async () => {
    const removed = await add('钱七', places.village)
    await server.as({ at: 'all' })('POST', `${households}/${removed}/remove`, {}, { 'if-match': '"1"' })
    const found = await after(
      `insert into visits_household select id, version, recorded_at, recorded_by, division, county, town, head, phone, phone_key from visits_household_history where id = '${removed}'`,
    )
    expect(found).toEqual([{ ...row, kind: 'row-changed', recordId: removed, version: 1 }])
  })
})

describe('the chain of a county', () => {
  const county = '990121'
  const entries = () =>
    server.connect(
      'owner',
      async (client) => (await client.query('select from audit_entry where county = $1', [county])).rowCount ?? 0,
    )

  it('names the first entry that was changed, and leaves the other chains in peace', async () => {
    const found = await after(`update audit_entry set actor_name = '别人' where county = '${county}' and seq = 2`)
    expect(found).toEqual([{ kind: 'entry-changed', county, seq: 2 }])
    const first = await after(`update audit_entry set reason = '补记' where county = '${county}' and seq = 1`)
    expect(first).toEqual([{ kind: 'entry-changed', county, seq: 1 }])
  })

  it('names the first entry that was taken out of its middle', async () => {
    const found = await after(`delete from audit_entry where county = '${county}' and seq = 2`)
    expect(found).toContainEqual({ kind: 'entry-missing', county, seq: 2 })
  })

  it('names the first of the last entries that were taken off', async () => {
    const found = await after(`delete from audit_entry where county = '${county}' and seq >= 2`)
    expect(found).toContainEqual({ kind: 'entry-missing', county, seq: 2 })
  })

  it('whose head was put back as well still misses what its rows prove', async () => {
    const found = await after(
      `delete from audit_entry where county = '${county}' and seq > 2`,
      `update audit_head h set seq = 2, hash = (select hash from audit_entry e where e.county = h.county and e.seq = 2) where county = '${county}'`,
    )
    expect(found).toContainEqual({ ...row, kind: 'row-without-entry', recordId: id, version: 2 })
  })

  it('cannot be chained anew by somebody who has no key', async () => {
    // every later entry is given the hash of a chain without a key, and the head with them
    const found = await after(
      `update audit_entry set actor_name = '别人' where county = '${county}' and seq = 1`,
      `do $$ declare entry audit_entry; before text := ''; begin
         for entry in select * from audit_entry where county = '${county}' order by seq loop
           update audit_entry set previous = before, hash = encode(sha256(convert_to(before || entry.seq || entry.actor_name || entry.digest, 'UTF8')), 'base64') where county = entry.county and seq = entry.seq returning hash into before;
         end loop;
         update audit_head set hash = before where county = '${county}';
       end $$`,
    )
    expect(found).toEqual([{ kind: 'entry-changed', county, seq: 1 }])
  })

  it('notices an entry that was put in', async () => {
    const found = await after(
      `insert into audit_entry select county, seq + 1, at, actor, actor_name, action, record, record_id, version + 1, division, town, fields, reason, digest, hash, hash from audit_entry where county = '${county}' order by seq desc limit 1`,
    )
    expect(found).toContainEqual({ kind: 'entry-changed', county, seq: (await entries()) + 1 })
  })

  it('notices when all of it is gone', async () => {
    const found = await after(
      `delete from audit_entry where county = '${county}'`,
      `delete from audit_head where county = '${county}'`,
    )
    expect(found.map(({ kind }) => kind)).toContain('row-without-entry')
  })
})
