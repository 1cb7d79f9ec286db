import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openConnections, withClient } from '../connection/connections.js'
import { findClientCommand, openClient } from './open-client.js'
import type { OwnedServer } from './options.js'
import type { DatabaseRole } from './roles.js'
import { startOwnedServer } from './start.js'

describe.each(['system', 'packaged'] as const)('a server from %s programs', (binaries) => {
  const folder = mkdtempSync(join(tmpdir(), 'opendpf-start-'))
  let server: OwnedServer
  // as root the server runs as another user, which must be able to pass
  beforeAll(async () => {
    chmodSync(folder, 0o711)
    server = await startOwnedServer({ folder, binaries })
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const ask = async (role: DatabaseRole, text: string) =>
    withClient(server.connectionFor(role), async (client) => (await client.query(text)).rows)

  test('the connection fits a pool', async () => {
    const pool = openConnections({ ...server.connection })
    const { rows } = await pool.query('select current_user as role, current_database() as database')
    expect(rows).toEqual([{ role: 'opendpf_app', database: 'opendpf' }])
    expect([server.user, server.database, server.state, server.adopted]).toEqual([
      'opendpf_app',
      'opendpf',
      'running',
      false,
    ])
    expect(server.version).toMatch(binaries === 'packaged' ? /^18\./ : /^\d+\.\d+$/)
    await pool.end()
  })

  test('it keeps what it acknowledged, checks its pages and answers on its socket only', async () => {
    const settings = [
      'fsync',
      'synchronous_commit',
      'full_page_writes',
      'data_checksums',
      'shared_buffers',
      'max_wal_size',
      'jit',
      'listen_addresses',
      'unix_socket_permissions',
      'server_encoding',
      'TimeZone',
    ]
    const found: Record<string, unknown> = {}
    for (const name of settings) {
      const [row] = await ask('owner', `select current_setting('${name}') as value`)
      found[name] = row?.value
    }
    expect(found).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
      shared_buffers: '256MB',
      max_wal_size: '512MB',
      jit: 'off',
      listen_addresses: '',
      unix_socket_permissions: '0700',
      server_encoding: 'UTF8',
      TimeZone: 'UTC',
    })
    expect(await ask('owner', `select datctype from pg_database where datname = 'opendpf'`)).toEqual([
      { datctype: 'C.UTF-8' },
    ])
  })

  test('each role may do its part and no more', async () => {
    await ask('migrator', 'create table place (name text primary key)')
    await ask('migrator', 'grant select, insert on place to opendpf_app')
    await ask('app', `insert into place values ('Linhai')`)
    await expect(ask('app', 'delete from place')).rejects.toMatchObject({ code: '42501' })
    await expect(ask('app', 'create table other (id integer)')).rejects.toMatchObject({ code: '42501' })
    await expect(ask('app', 'drop table place')).rejects.toMatchObject({ code: '42501' })
    await expect(ask('migrator', 'create role another')).rejects.toMatchObject({ code: '42501' })
    await expect(ask('migrator', 'create database another')).rejects.toMatchObject({ code: '42501' })
    expect(await ask('owner', 'select rolname from pg_roles where rolsuper')).toEqual([{ rolname: 'opendpf_owner' }])
  })

  test('neither statements nor values reach a log', async () => {
    await ask('migrator', 'create table secret (number text primary key, born date)')
    await ask('migrator', `insert into secret values ('990121199001019999', '1990-01-01')`)
    for (const text of [
      `insert into secret values ('990121199001019999', '1990-01-01')`,
      `insert into secret values ('1', '990121199001019999')`,
      `select '990121199001019999' from no_such_table`,
      `do $$ begin raise warning '990121199001019999'; end $$`,
    ]) {
      await ask('migrator', text).catch(() => undefined)
    }
    const log = readFileSync(join(folder, 'postgres.log'), 'utf8')
    expect(log).toContain('ready to accept connections')
    expect(log).not.toContain('990121199001019999')
  })

  test('nobody but the account of the server can enter its folder', () => {
    expect(statSync(server.socketFolder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'postgres.log')).mode & 0o077).toBe(0)
  })

  test('settings of the operator come last, and those given at the start are written anew', async () => {
    await server.stop()
    writeFileSync(join(folder, 'postgres', 'local.conf'), `work_mem = '9MB'\n`)
    chmodSync(join(folder, 'postgres', 'local.conf'), 0o644)
    server = await startOwnedServer({ folder, binaries, settings: { application_name: `it's`, work_mem: '5MB' } })
    expect(await ask('owner', `select current_setting('work_mem') as value`)).toEqual([{ value: '9MB' }])
    expect(readFileSync(join(folder, 'postgres', 'opendpf.conf'), 'utf8')).toContain(`application_name = 'it''s'`)
    expect(await ask('app', 'select name from place')).toEqual([{ name: 'Linhai' }])
  })

  test('stopping twice is stopping once, and leaves nothing behind but the data', async () => {
    await Promise.all([server.stop(), server.stop()])
    expect(server.state).toBe('stopped')
    const kept =
      binaries === 'packaged'
        ? ['postgres', 'postgres.log', 'postgres.users', 'runtime']
        : ['postgres', 'postgres.log', 'postgres.users']
    expect(readdirSync(folder).sort()).toEqual(kept)
    expect(readdirSync(join(folder, 'postgres.users'))).toEqual([])
    await expect(new Client({ ...server.connection }).connect()).rejects.toMatchObject({ code: 'ENOENT' })
    server = await startOwnedServer({ folder, binaries })
  })

  test('it can be opened by hand', async () => {
    const shown: string[] = []
    const command = await findClientCommand(server.connectionFor('owner'))
    expect(command.text).toBe(`psql -h ${server.socketFolder} -p 5432 -U opendpf_owner -d opendpf`)
    const code = await openClient({
      connection: server.connectionFor('owner'),
      show: (line) => shown.push(line),
      stdio: 'ignore',
    })
    expect(shown).toEqual([command.text])
    expect(code).toBe(command.program === undefined ? undefined : 0)
  })
})
