import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Clock } from '@opendpf/standards'
import { Client, type ClientConfig } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type ArchiveWriter, createArchive, explainWriteError } from './archive-writer.js'
import { createFilesMeter, type FindFiles } from './backup-files.js'
import { type CatalogueTable, listTables, quoteColumns, quoteName, readLedger, readSequences } from './catalogue.js'
import { createContentMeter } from './content-meter.js'
import { BackupError } from './errors.js'
import {
  type BackupManifest,
  backupFormat,
  type FilesManifest,
  filesFolder,
  type TableManifest,
  tableLabel,
} from './manifest.js'
import { sessionOf } from './session-of.js'

/** What to back up, and where to. */
export interface BackupOptions {
  /** A role that may read every row of every table: the owner of the database or a superuser. */
  readonly connection: ClientConfig
  /** The file to make; it must not exist. */
  readonly file: string
  readonly clock: Clock
  /** Version of OpenDPF. */
  readonly version: string
  /** Schemas whose tables are kept; `public` if left out. */
  readonly schemas?: readonly string[]
  /** The files that go with the rows; none if left out. */
  readonly files?: FindFiles
  /** Told after each table, and waited for. */
  readonly onProgress?: (table: string, rows: number) => void | Promise<void>
}

// values must read the same whatever the server's settings are, and rows come in their order on disk
const session = `set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
  set extra_float_digits = 1; set bytea_output = 'hex'; set timezone = 'UTC'; set statement_timeout = 0;
  set idle_in_transaction_session_timeout = 0; set synchronize_seqscans = off; set row_security = off`

/**
 * Writes one consistent state of the database into one file, while others go on working. Memory stays flat.
 * @returns what is in the file
 * @throws BackupError; the database is never changed, and no unfinished file is left
 */
export async function createBackup(options: BackupOptions): Promise<BackupManifest> {
  const createdAt = options.clock.now()
  const archive = createArchive({ file: options.file, createdAt })
  const client = new Client(options.connection)
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(session)
    await client.query('begin transaction isolation level repeatable read, read only')
    const manifest = await writeContent(client, archive, { ...options, createdAt })
    await archive.finish(`${JSON.stringify(manifest, undefined, 2)}\n`)
    return manifest
  } catch (error) {
    await archive.discard()
    throw explainWriteError(error, options.file)
  } finally {
    await client.end()
  }
}

async function writeContent(
  client: Client,
  archive: ArchiveWriter,
  options: BackupOptions & { readonly createdAt: Date },
): Promise<BackupManifest> {
  const schemas = options.schemas ?? ['public']
  await refuseLargeObjects(client)
  const listed = await listTables(client, schemas)
  // from here on nobody can change what the list says
  if (listed.length > 0) await client.query(`lock table ${listed.map(quoteName).join(', ')} in access share mode`)
  const tables: TableManifest[] = []
  for (const table of listed) {
    const folder = `tables/${String(tables.length + 1).padStart(4, '0')}`
    const written = await writeTable(client, archive, { table, folder })
    tables.push(written)
    await options.onProgress?.(tableLabel(table), written.rows)
  }
  const files = await writeFiles(client, archive, options.files)
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  return {
    format: backupFormat,
    createdAt: options.createdAt.toISOString(),
    opendpf: options.version,
    postgres: rows[0]?.server_version ?? '',
    schema: await readLedger(client),
    tables,
    sequences: await readSequences(client, schemas),
    files,
  }
}

async function writeTable(
  client: Client,
  archive: ArchiveWriter,
  { table, folder }: { readonly table: CatalogueTable; readonly folder: string },
): Promise<TableManifest> {
  const columns = quoteColumns(table.columns)
  const source = table.isPartitioned
    ? `(select ${columns} from ${quoteName(table)})`
    : `${quoteName(table)} (${columns})`
  const meter = createContentMeter()
  const copy = client.query(copyTo(`copy ${source} to stdout`))
  await pipeline(copy, meter.stream, createGzip(), archive.openFolder(folder))
  const { schema, name } = table
  return { schema, name, columns: table.columns, folder, rows: copy.rowCount, ...meter.measure() }
}

/** Files are found in the same snapshot as the rows, and written after them. */
async function writeFiles(client: Client, archive: ArchiveWriter, find: FindFiles | undefined): Promise<FilesManifest> {
  const files = createFilesMeter()
  for await (const { name, content } of find?.(sessionOf(client)) ?? []) {
    if (!/^[\w-]+(\/[\w-]+)*$/.test(name)) throw new Error(`not a name of a file in a backup: "${name}"`)
    const meter = createContentMeter()
    await pipeline(Readable.from(content), meter.stream, archive.openPlainFolder(`${filesFolder}${name}`))
    files.add(name, meter.measure())
  }
  return files.measure()
}

async function refuseLargeObjects(client: Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_largeobject_metadata limit 1')
  if (rowCount !== 0) throw new BackupError('BACKUP_LARGE_OBJECTS', { database: client.database ?? '' })
}
