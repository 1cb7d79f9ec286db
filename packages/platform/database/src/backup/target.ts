import { type Client, DatabaseError } from 'pg'
import { type CatalogueTable, listTables, quoteName } from './catalogue.js'
import { BackupError } from './errors.js'
import { type BackupManifest, tableLabel } from './manifest.js'
import { compareSchemas } from './schema-check.js'

/** What is to be loaded. */
export interface TargetOptions {
  readonly manifest: BackupManifest
  readonly file: string
  /** Whether rows that are there are removed, or are a reason to refuse. */
  readonly replace: boolean
  /** Milliseconds to wait for others to leave the tables. */
  readonly lockTimeout: number
}

/**
 * Makes the tables of the open transaction ready to be filled: for itself alone, without triggers and foreign keys, and empty.
 * @throws BackupError BACKUP_NEEDS_OWNER, BACKUP_OTHER_SCHEMA, BACKUP_BUSY or BACKUP_NOT_EMPTY
 */
export async function prepareTarget(client: Client, options: TargetOptions): Promise<void> {
  const { manifest } = options
  await suspendChecks(client)
  await client.query(`set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
    set local client_encoding = 'UTF8'; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
    set local row_security = off; set local lock_timeout = ${options.lockTimeout}`)
  const schemas = [...new Set(['public', ...manifest.tables.map((table) => table.schema)])]
  const tables = await listTables(client, schemas)
  compareTables(client, tables, options)
  if (tables.length === 0) return
  const names = tables.map(quoteName).join(', ')
  await lockAll(client, names, options.lockTimeout)
  if (!options.replace) await refuseRows(client, tables)
  await client.query(`truncate ${names}`)
}

/** Triggers must not act on rows that already went through them, and tables come in no order that would suit foreign keys. */
async function suspendChecks(client: Client): Promise<void> {
  try {
    await client.query('set local session_replication_role = replica')
  } catch (error) {
    if (!isCode(error, '42501')) throw error
    throw new BackupError('BACKUP_NEEDS_OWNER', { user: client.user ?? '' }, { cause: error })
  }
}

async function lockAll(client: Client, names: string, timeout: number): Promise<void> {
  try {
    await client.query(`lock table ${names} in access exclusive mode`)
  } catch (error) {
    if (!isCode(error, '55P03')) throw error
    const params = { database: client.database ?? '', seconds: Math.ceil(timeout / 1000) }
    throw new BackupError('BACKUP_BUSY', params, { cause: error })
  }
}

function compareTables(client: Client, tables: readonly CatalogueTable[], options: TargetOptions): void {
  const describe = (table: { readonly schema: string; readonly name: string; readonly columns: readonly string[] }) =>
    `${tableLabel(table)}(${[...table.columns].sort().join(', ')})`
  const side = { code: 'BACKUP_OTHER_SCHEMA', file: options.file, database: client.database ?? '' } as const
  compareSchemas(options.manifest.tables.map(describe), tables.map(describe), side)
}

async function refuseRows(client: Client, tables: readonly CatalogueTable[]): Promise<void> {
  const filled: string[] = []
  for (const table of tables) {
    const { rowCount } = await client.query(`select from ${quoteName(table)} limit 1`)
    if (rowCount !== 0) filled.push(tableLabel(table))
  }
  if (filled.length === 0) return
  const tablesShown = filled.slice(0, 5).join(', ') + (filled.length > 5 ? ' …' : '')
  throw new BackupError('BACKUP_NOT_EMPTY', { database: client.database ?? '', tables: tablesShown })
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof DatabaseError && error.code === code
}
