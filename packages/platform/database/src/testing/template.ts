import { createHash, randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { createDatabase } from '../owned/roles.js'

const templatePrefix = 'template_'
const clonePrefix = 'test_'
const templatesKept = 12

/**
 * The name of the template database for a key, built by `build` if no process has built it yet. Others that want the
 * same one wait; one that fails half-way leaves nothing.
 */
export async function ensureTemplate(options: {
  readonly owner: Client
  readonly key: string
  readonly build: (database: string) => Promise<void>
}): Promise<string> {
  const { owner, key } = options
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 24)
  const name = `${templatePrefix}${hash}`
  const lock = Number.parseInt(hash.slice(0, 12), 16)
  await owner.query('select pg_advisory_lock($1)', [lock])
  try {
    if (await databaseExists(owner, name)) return name
    const draft = `making_${hash}`
    await dropDatabase(owner, draft)
    await createDatabase(owner, draft)
    await options.build(draft)
    await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [draft])
    await owner.query(`alter database ${draft} rename to ${name}`)
    await dropOldTemplates(owner)
    return name
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [lock])
  }
}

/** Clones a template and returns the name of the clone, which carries the number of this process. */
export async function cloneTemplate(owner: Client, template: string): Promise<string> {
  const name = `${clonePrefix}${process.pid}_${randomBytes(6).toString('hex')}`
  await createDatabase(owner, name, template)
  return name
}

/** Drops a database with everything connected to it; nothing happens if it is not there. */
export async function dropDatabase(owner: Client, name: string): Promise<void> {
  await owner.query(`drop database if exists ${owner.escapeIdentifier(name)} with (force)`)
}

/** Drops clones whose test process is gone. */
export async function dropAbandonedClones(owner: Client, isAlive: (pid: number) => boolean): Promise<void> {
  const names = await listDatabases(owner, clonePrefix)
  for (const name of names.filter((clone) => !isAlive(Number(clone.split('_')[1])))) await dropDatabase(owner, name)
}

async function dropOldTemplates(owner: Client): Promise<void> {
  const names = await listDatabases(owner, templatePrefix)
  for (const name of names.slice(0, -templatesKept)) {
    await dropDatabase(owner, name).catch(ignoreWhileInUse)
  }
}

/** Databases with the prefix, oldest first. */
async function listDatabases(owner: Client, prefix: string): Promise<readonly string[]> {
  const { rows } = await owner.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1) order by oid',
    [prefix],
  )
  return rows.map((row) => row.datname)
}

async function databaseExists(owner: Client, name: string): Promise<boolean> {
  return (await owner.query('select from pg_database where datname = $1', [name])).rowCount === 1
}

function ignoreWhileInUse(error: unknown): void {
  if ((error as { readonly code?: string }).code !== '55006') throw error
}
