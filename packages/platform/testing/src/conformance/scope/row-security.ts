import { isWithinScope, scopeOfDivision } from '@opendpf/kit'
import type { Report } from '../check.js'
import { isPlatformTable } from '../platform-tables.js'
import type { Subject } from '../subject.js'

interface PlacedTable {
  readonly name: string
  readonly isSecured: boolean
  /** Whether a row says in which town and village it lies; the platform alone reads a table whose rows say the county at most. */
  readonly isPlaced: boolean
}

const notAllowed = '42501'

interface PlacedRow {
  readonly county: string
  readonly town: string | null
  readonly division: string
}

/**
 * The second wall by itself: every table of the module that lies somewhere, read without any condition on a connection that sees one
 * territory. The look-up of numbers, which all modules share, is among them.
 */
export async function checkRowSecurity(subject: Subject, viewers: readonly string[], report: Report): Promise<void> {
  const { pool } = subject.server.platform
  for (const { name, isSecured, isPlaced } of await placedTables(subject)) {
    if (!isSecured) report(name, 'has no row security')
    if (!isPlaced) {
      for (const at of viewers)
        if (await shows(pool, name, at)) report(name, `is the platform's alone, and shows something to ${at}`)
      continue
    }
    const text = `select county, town, division from ${name}`
    const everything = await pool.use({ level: 'all' }, (session) =>
      session.query<PlacedRow & Record<string, unknown>>({ text, values: [] }),
    )
    for (const at of viewers) {
      const scope = scopeOfDivision(at)
      const seen = await pool.use(scope, (session) =>
        session.query<PlacedRow & Record<string, unknown>>({ text, values: [] }),
      )
      if (seen.some((row) => !isWithinScope(scope, row))) report(name, `the database alone shows rows outside ${at}`)
      const own = everything.filter((row) => isWithinScope(scope, row))
      if (seen.length < own.length) report(name, `the database shows ${seen.length} of ${own.length} rows within ${at}`)
    }
  }
}

async function shows(pool: Subject['server']['platform']['pool'], table: string, at: string): Promise<boolean> {
  try {
    const rows = await pool.use(scopeOfDivision(at), (session) =>
      session.query({ text: `select county from ${table} limit 1`, values: [] }),
    )
    return rows.length > 0
  } catch (error) {
    if ((error as { readonly code?: string }).code === notAllowed) return false
    throw error
  }
}

async function placedTables({ server, module }: Subject): Promise<readonly PlacedTable[]> {
  const { rows } = await server.connect('migrator', (client) =>
    client.query<PlacedTable>(
      `select c.relname as name, c.relrowsecurity as "isSecured",
         (select count(*) = 2 from pg_attribute a where a.attrelid = c.oid and a.attname in ('town', 'division')) as "isPlaced"
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and (starts_with(c.relname, $1) or c.relname = 'number_lookup')
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'county') order by 1`,
      [`${module.id.replaceAll('-', '_')}_`],
    ),
  )
  return rows.filter(({ name }) => name === 'number_lookup' || !isPlatformTable(name))
}
