import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Board, openBoard } from '../../testing/board.js'

const denied = '42501'
let board: Board
let notice: string
let code: string
beforeAll(async () => {
  board = await openBoard('2026-06-01T02:00:00Z')
  const posted = await board.propose()
  notice = await board.publish(posted)
  const objection = await board.object({ notice, line: (await board.line(posted)).id, objectorName: '赵某' })
  code = (await board.objection(objection)).receiptCode
  await board.propose({ division: places.otherVillage })
  const over = await board.propose({ division: places.streetVillage })
  await board.expectDone(board.noticeStep(await board.publish(over), 'withdraw', { withdrawReason: '有误' }))
})
afterAll(() => board.server.stop())

/** What becomes of statements of somebody without an account: rows, or the code of a refusal. */
const attempt = (statements: readonly string[], held = '') =>
  board.server.connect('app', async (client) => {
    await client.query('set role opendpf_see_public')
    await client.query(`select set_config('opendpf.scope', $1, false)`, [held])
    const outcomes: Record<string, unknown> = {}
    for (const statement of statements)
      outcomes[statement] = await client.query(statement).then(
        ({ rows }) => rows,
        ({ code: refusal }) => refusal,
      )
    return outcomes
  })
const refused = (statements: readonly string[]) =>
  Object.fromEntries(statements.map((statement) => [statement, denied]))

it('the database shows nobody without an account any table but three, and lets nothing be written', async () => {
  const { rows } = await board.server.connect('migrator', (client) =>
    client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
    ),
  )
  const open = ['public.notices_notice', 'public.notices_line', 'public.notices_objection']
  const tables = rows.map(({ name }) => name)
  expect(tables).toEqual(expect.arrayContaining([...open, 'public.audit_entry', 'public.notices_line_history']))
  const closed = tables.filter((name) => !open.includes(name)).map((name) => `select 1 from ${name} limit 1`)
  expect(await attempt(closed)).toEqual(refused(closed))
  const writing = tables.flatMap((name) => [`delete from ${name}`, `insert into ${name} default values`])
  expect(await attempt(writing)).toEqual(refused(writing))
})

it('it shows no column that is not public, and no row that is not posted', async () => {
  const secrets = [
    'select * from notices_notice',
    'select published_by from notices_notice',
    'select hung_by from notices_notice',
    'select subject from notices_line',
    'select subject_record from notices_line',
    'select text from notices_objection',
    'select objector_name from notices_objection',
    'select decision_note from notices_objection',
  ]
  expect(await attempt(secrets, code)).toEqual(refused(secrets))
  const asked = [
    'select id, state from notices_notice',
    'select distinct state from notices_line',
    'select id from notices_objection',
  ]
  expect(await attempt(asked)).toEqual({
    [asked[0] ?? '']: [{ id: notice, state: 'posted' }],
    [asked[1] ?? '']: [{ state: 'objected' }],
    [asked[2] ?? '']: [],
  })
})

it('it shows the one objection whose code is known', async () => {
  const statement = 'select receipt_code, state from notices_objection'
  expect(await attempt([statement], code)).toEqual({ [statement]: [{ receipt_code: code, state: 'open' }] })
  expect(await attempt([statement], 'XXXX-XXXX-XXXX')).toEqual({ [statement]: [] })
})

it('it lets nobody become somebody else from there', async () => {
  const statements = ['set role opendpf_migrator', 'set role opendpf_owner']
  expect(await attempt(statements)).toEqual(refused(statements))
})
