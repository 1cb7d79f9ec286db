import type { Readable } from 'node:stream'
import { Client, type ClientConfig } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Queryable } from '../connection/session.js'
import { valueTypes } from '../connection/values.js'
import { readArchive } from './archive-reader.js'
import type { PutFile } from './backup-files.js'
import { quoteColumns, quoteName, readLedger } from './catalogue.js'
import { BackupError } from './errors.js'
import { type BackupManifest, type TableManifest, tableLabel } from './manifest.js'
import { alignChecksums, compareSchemas } from './schema-check.js'
import { sessionOf } from './session-of.js'
import { prepareTarget } from './target.js'
import { checkContent, unpack, verifyBackup } from './verify.js'

const defaultLockTimeout = 10_000

/** What to restore, and into what. */
export interface RestoreOptions {
  /** A superuser, or a role that owns the tables and may set session_replication_role. */
  readonly connection: ClientConfig
  readonly file: string
  /** The migrations the running program has, as `module/name`; the backup must have the same. */
  readonly expectedSchema: () => readonly string[] | Promise<readonly string[]>
  /** Whether rows that are there may be replaced; without it a database that holds any is refused. */
  readonly replace?: boolean
  /** Proves what was loaded, for example the audit chain, before it becomes visible; what it throws undoes everything. */
  readonly verify?: (session: Queryable) => Promise<void>
  /** Where the files go that the rows speak of; a backup that has any is refused without it. Files that are there already stay. */
  readonly putFile?: PutFile
  /** Milliseconds to wait until nobody else uses the tables; 10,000 if left out. */
  readonly lockTimeout?: number
  /** Told after each table, and waited for. */
  readonly onProgress?: (table: string, rows: number) => void | Promise<void>
}

/**
 * Loads a backup into a migrated schema in one transaction: either all of it is there and proved, or nothing has changed.
 * @returns what was restored
 * @throws BackupError, or what `verify` throws
 */
export async function restoreBackup(options: RestoreOptions): Promise<BackupManifest> {
  const { file } = options
  const manifest = await verifyBackup(file)
  const known = alignChecksums(manifest.schema, await options.expectedSchema())
  compareSchemas(...known, { code: 'BACKUP_OTHER_VERSION', file, version: manifest.opendpf })
  const client = new Client({ ...options.connection, types: valueTypes })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const applied = alignChecksums(manifest.schema, await readLedger(client))
    compareSchemas(...applied, { code: 'BACKUP_OTHER_SCHEMA', file, database: client.database ?? '' })
    await client.query('begin')
    await prepareTarget(client, {
      manifest,
      file,
      replace: options.replace ?? false,
      lockTimeout: options.lockTimeout ?? defaultLockTimeout,
    })
    await loadTables(client, manifest, options)
    await setSequences(client, manifest)
    for (const table of manifest.tables) await checkCount(client, table)
    await options.verify?.(sessionOf(client))
    // before the commit: rows whose files are missing must not become visible
    if ((manifest.files?.count ?? 0) > 0) await putFiles(file, options.putFile)
    await client.query('commit')
    // the planner knows nothing of the new rows yet
    await client.query('analyze')
    return manifest
  } finally {
    // without a commit the end of the connection undoes everything
    await client.end()
  }
}

async function loadTables(client: Client, manifest: BackupManifest, options: RestoreOptions): Promise<void> {
  const { file } = options
  const tables = new Map(manifest.tables.map((table) => [table.folder, table]))
  await readArchive(file, {
    async table(folder, content) {
      const table = tables.get(folder)
      if (table === undefined) throw new BackupError('BACKUP_DAMAGED', { file, part: folder })
      const target = client.query(copyFrom(`copy ${quoteName(table)} (${quoteColumns(table.columns)}) from stdin`))
      checkContent(file, table, await unpack({ file, part: tableLabel(table), content, target }))
      await options.onProgress?.(tableLabel(table), target.rowCount)
    },
    file: async (_, content) => pass(content),
  })
}

async function putFiles(file: string, putFile: PutFile | undefined): Promise<void> {
  if (putFile === undefined) throw new Error('the backup has files, and nobody said where they go')
  await readArchive(file, { table: async (_, content) => pass(content), file: putFile })
}

/** Reads what is not wanted now. */
async function pass(content: Readable): Promise<void> {
  for await (const _ of content);
}

async function setSequences(client: Client, manifest: BackupManifest): Promise<void> {
  for (const { lastValue, isCalled, ...sequence } of manifest.sequences) {
    await client.query('select setval($1::regclass, $2, $3)', [quoteName(sequence), lastValue, isCalled])
  }
}

async function checkCount(client: Client, table: TableManifest): Promise<void> {
  const { rows } = await client.query<{ found: string }>(`select count(*)::text as found from ${quoteName(table)}`)
  const found = Number(rows[0]?.found)
  if (found === table.rows) return
  throw new BackupError('BACKUP_COUNT_MISMATCH', { table: tableLabel(table), found, expected: table.rows })
}
