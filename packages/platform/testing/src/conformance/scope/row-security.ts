import { isWithinScope, scopeOfDivision } from '@opendpf/kit'
import type { Report } from '../check.js'
import { isPlatformTable } from '../platform-tables.js'
import type { Subject } from '../subject.js'

interface PlacedTable {
  readonly name: string
  readonly isSecured: boolean
}

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
  for (const { name, isSecured } of await placedTables(subject)) {
    if (!isSecured) report(name, 'has no row security')
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

async function placedTables({ server, module }: Subject): Promise<readonly PlacedTable[]> {
  const { rows } = await server.connect('migrator', (client) =>
    client.query<PlacedTable>(
      `select c.relname as name, c.relrowsecurity as "isSecured" from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and (starts_with(c.relname, $1) or c.relname = 'number_lookup')
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'county') order by 1`,
      [`${module.id.replaceAll('-', '_')}_`],
    ),
  )
  return rows.filter(({ name }) => name === 'number_lookup' || !isPlatformTable(name))
}
