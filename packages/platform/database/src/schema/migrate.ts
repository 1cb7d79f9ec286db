import { OpenDpfError } from '@opendpf/errors'
import type { MigrationTools, ModuleMigrations } from '@opendpf/kit/server'
import type { Transaction } from 'kysely'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { PoolConfig } from 'pg'
import { openConnections } from '../connection/connections.js'
import { publicRole, sightRoles } from '../owned/roles.js'
import { platformMigrations } from './platform-tables.js'
import { addColumnsSql, orderSql, recordTableSql } from './record-table.js'

/** The migrations of one module, under its id. */
export interface MigrationSet {
  readonly module: string
  readonly migrations: ModuleMigrations
}

interface Ledger {
  readonly opendpf_migration: { readonly module: string; readonly name: string; readonly applied_at: string }
}

// any number: it only has to differ from other users of advisory locks on this database
const migrationLock = 990121

/** The platform's own migrations come first, then the modules' in the order they are composed. */
export function migrationSets(modules: readonly MigrationSet[]): readonly MigrationSet[] {
  return [{ module: 'platform', migrations: platformMigrations }, ...modules]
}

/**
 * Brings the schema up to date, forward only, one transaction per migration, as the migrating role. Two servers that start at once
 * wait for each other.
 *
 * @returns the migrations that were applied now
 * @throws OpenDpfError `unavailable` when the database was made by a newer version: it holds migrations this one does not know
 */
export async function migrate(connection: PoolConfig, modules: readonly MigrationSet[]): Promise<readonly string[]> {
  const sets = migrationSets(modules)
  return withSchema(connection, async (db) => {
    await sql`select pg_advisory_lock(${sql.lit(migrationLock)})`.execute(db)
    try {
      await createLedger(db)
      const applied = await readLedger(db)
      refuseNewer(sets, applied)
      const done: string[] = []
      for (const { module, migrations } of sets) {
        for (const [name, migration] of Object.entries(migrations).sort(([a], [b]) => a.localeCompare(b))) {
          if (applied.has(`${module}/${name}`)) continue
          await db.transaction().execute(async (tx) => {
            await migration(toolsOf(tx as unknown as Transaction<unknown>))
            await sql`insert into opendpf_migration (module, name) values (${module}, ${name})`.execute(tx)
          })
          done.push(`${module}/${name}`)
        }
      }
      return done
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(migrationLock)})`.execute(db)
    }
  })
}

/** Which migrations the database lacks; the server starts only when there are none. */
export async function missingMigrations(
  connection: PoolConfig,
  modules: readonly MigrationSet[],
): Promise<readonly string[]> {
  const sets = migrationSets(modules)
  return withSchema(connection, async (db) => {
    await createLedger(db)
    const applied = await readLedger(db)
    refuseNewer(sets, applied)
    return sets
      .flatMap(({ module, migrations }) => Object.keys(migrations).map((name) => `${module}/${name}`))
      .filter((name) => !applied.has(name))
  })
}

async function withSchema<T>(connection: PoolConfig, work: (db: Kysely<Ledger>) => Promise<T>): Promise<T> {
  // one connection: the advisory lock belongs to it
  const db = new Kysely<Ledger>({ dialect: new PostgresDialect({ pool: openConnections({ ...connection, max: 1 }) }) })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

async function createLedger(db: Kysely<Ledger>): Promise<void> {
  await sql`create table if not exists opendpf_migration (module text not null, name text not null, applied_at timestamptz not null default now(), primary key (module, name))`.execute(
    db,
  )
  await sql
    .raw(
      `grant usage on schema public to ${[...sightRoles, publicRole].join(', ')}; grant select on opendpf_migration to ${sightRoles.join(', ')}`,
    )
    .execute(db)
}

async function readLedger(db: Kysely<Ledger>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('opendpf_migration').select(['module', 'name']).execute()
  return new Set(rows.map(({ module, name }) => `${module}/${name}`))
}

/** A module that is no longer composed keeps its tables; a migration unknown within a known module means a newer version. */
function refuseNewer(sets: readonly MigrationSet[], applied: ReadonlySet<string>): void {
  const known = new Set(
    sets.flatMap(({ module, migrations }) => Object.keys(migrations).map((name) => `${module}/${name}`)),
  )
  const modules = new Set(sets.map(({ module }) => module))
  for (const name of applied) {
    if (modules.has(name.split('/')[0] ?? '') && !known.has(name)) {
      throw new OpenDpfError('unavailable', {
        cause: new Error(
          `the database was made by a newer version of OpenDPF: it has the migration ${name}, which this version does not know`,
        ),
      })
    }
  }
}

function toolsOf(db: Transaction<unknown>): MigrationTools {
  const run = async (statements: readonly string[]): Promise<void> => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
  return {
    db,
    createRecord: (table, definition) => run(recordTableSql(table, definition)),
    addColumns: (table, columns) => run(addColumnsSql(table, columns)),
    addOrders: (table, orders, filters = []) => run(orderSql(table, { orders, filters })),
  }
}
