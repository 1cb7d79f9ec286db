import { createHash, randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Client } from 'pg'
import { createDatabase } from '../owned/roles.js'

const templatePrefix = 'template_'
const clonePrefix = 'test_'
/** More than one run of all tests has; each takes about 12 MB. */
const templatesKept = 60

/**
 * A clone of the template database for a key, which `build` fills if no process has filled it yet; one that fails half-way leaves nothing.
 * Others that want the same template wait, and nobody drops it before it is cloned.
 *
 * @returns the name of the clone, which carries the number of this process
 */
export async function cloneTemplate(options: {
  readonly owner: Client
  readonly key: string
  readonly build: (database: string) => Promise<void>
}): Promise<string> {
  const { owner, key, build } = options
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 24)
  const template = `${templatePrefix}${hash}`
  const clone = `${clonePrefix}${process.pid}_${randomBytes(6).toString('hex')}`
  await owner.query('select pg_advisory_lock($1)', [lockOf(template)])
  try {
    if (!(await databaseExists(owner, template))) {
      const draft = `making_${hash}`
      await dropDatabase(owner, draft)
      await createDatabase(owner, draft)
      await build(draft)
      await waitUntilLeft(owner, draft)
      await owner.query(`alter database ${draft} rename to ${template}`)
    }
    await createDatabase(owner, clone, template)
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [lockOf(template)])
  }
  await dropOldTemplates(owner)
  return clone
}

/** Connections that were closed take a moment to be gone; ending them meanwhile would be an error of their process. */
async function waitUntilLeft(owner: Client, database: string): Promise<void> {
  const connected = 'select from pg_stat_activity where datname = $1'
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await owner.query(connected, [database])).rowCount === 0) return
    await setTimeout(25)
  }
  await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database])
}

function lockOf(template: string): number {
  return Number.parseInt(template.slice(templatePrefix.length).slice(0, 12), 16)
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
    const { rows } = await owner.query<{ isFree: boolean }>('select pg_try_advisory_lock($1) as "isFree"', [
      lockOf(name),
    ])
    // whoever has the lock is about to clone it
    if (rows[0]?.isFree !== true) continue
    await dropDatabase(owner, name).catch(ignoreWhileInUse)
    await owner.query('select pg_advisory_unlock($1)', [lockOf(name)])
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
