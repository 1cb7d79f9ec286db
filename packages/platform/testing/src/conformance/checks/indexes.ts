import type { PlacedRecord } from '@opendpf/kit'
import { fieldsOf, isOptional, snakeCase } from '@opendpf/kit'
import type { Client } from 'pg'
import type { Report } from '../check.js'
import { recordCheck } from '../check.js'
import { explain, fillTable } from '../plans.js'

/**
 * No list and no step of the write path reads a whole table: every order comes out of an index, every filter has one to begin with, and
 * whatever refers to a row is found from it. Looked at with 5,000 rows, which are not kept.
 */
export const indexesCheck = recordCheck({
  name: 'indexes',
  title: 'has an index for every order, filter and reference',
  run: (record, { server }, report) =>
    server.connect('owner', async (client) => {
      await client.query('begin')
      try {
        await fillTable(client, record)
        await checkOrders(client, record, report)
        await checkReferences(client, record, report)
        await client.query('set local enable_seqscan = off')
        await checkFilters(client, record, report)
      } finally {
        await client.query('rollback')
      }
    }),
})

/** A territory as lists ask for it. A village has few rows, which are sorted. */
const territories = (record: PlacedRecord): readonly string[] =>
  record.scope === 'global' ? ['true'] : [`county = '990121'`, `town = '990121102'`]

async function checkOrders(client: Client, record: PlacedRecord, report: Report): Promise<void> {
  for (const order of record.list.orders) {
    const column = snakeCase(order)
    const filled = isOptional(record.fields[order] as never) ? ` and ${column} is not null` : ''
    for (const territory of territories(record)) {
      for (const direction of ['asc', 'desc']) {
        const plan = await explain(
          client,
          `select id from ${record.table} where ${territory}${filled} order by ${column} ${direction}, id ${direction} limit 26`,
        )
        if (plan.sorts || plan.readsWholeTable)
          report(`${record.ref}.${order}`, `has no index for a list in this order where ${territory}`)
      }
    }
  }
}

async function checkReferences(client: Client, record: PlacedRecord, report: Report): Promise<void> {
  for (const { name, meta } of fieldsOf(record)) {
    if (meta.kind !== 'reference') continue
    const column = snakeCase(name)
    const plan = await explain(client, `select id from ${record.table} where ${column} = any(array['v7'])`)
    if (!plan.indexConditions.some((condition) => condition.includes(column)))
      report(`${record.ref}.${name}`, 'has no index, so that whatever refers to a row cannot be found from it')
  }
}

/** The first page of a filtered list: the count of one is bounded. */
async function checkFilters(client: Client, record: PlacedRecord, report: Report): Promise<void> {
  const order = snakeCase(record.list.orders[0])
  for (const filter of record.list.filters ?? []) {
    for (const territory of territories(record)) {
      const plan = await explain(
        client,
        `select id from ${record.table} where ${territory} and ${snakeCase(filter)} is not null order by ${order}, id limit 26`,
      )
      if (plan.readsWholeTable) report(`${record.ref}.${filter}`, `filtering reads the whole table where ${territory}`)
    }
  }
}
