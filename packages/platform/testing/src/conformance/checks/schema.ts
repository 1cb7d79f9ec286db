import { verifySchema } from '@opendpf/database'
import type { Check } from '../check.js'

/** The tables are what the contract says, column by column. */
export const schemaCheck: Check = {
  name: 'schema',
  title: 'has the tables that its contract describes',
  async run({ server, records }, report) {
    const findings = await server.platform.pool.use({ level: 'all' }, (session) => verifySchema(session, records))
    for (const { table, column, expected, found } of findings)
      report(`${table}.${column}`, `is ${found}, not ${expected}`)
  },
}
