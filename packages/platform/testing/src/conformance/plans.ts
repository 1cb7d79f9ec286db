import type { Column, PlacedRecord } from '@opendpf/kit'
import { columnsOf } from '@opendpf/kit'
import type { Client } from 'pg'

/** A node of `explain (format json)`, as far as it is looked at. */
interface PlanNode {
  readonly 'Node Type': string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly PlanNode[]
}

/** What a plan does, as far as an index is concerned. */
export interface Plan {
  readonly readsWholeTable: boolean
  readonly sorts: boolean
  readonly indexConditions: readonly string[]
}

const rows = 5000
const valueByType: Readonly<Record<Column['type'], string>> = {
  text: `'v' || n`,
  boolean: 'n % 2 = 0',
  date: `date '2015-01-01' + n % 4000`,
  timestamptz: `timestamptz '2015-01-01T00:00:00Z' + n * interval '1 hour'`,
  integer: 'n % 1000',
  bigint: 'n',
  jsonb: `'[]'::jsonb`,
  bytea: `'\\x00'::bytea`,
}
const placed: Readonly<Record<string, string>> = {
  county: `case when n % 2 = 0 then '990121' else '990122' end`,
  town: `case when n % 2 = 0 then '990121' else '990122' end || '10' || n % 10`,
  division: `case when n % 2 = 0 then '990121' else '990122' end || '10' || n % 10 || '201'`,
}

/** Fills a record's table with enough rows that a plan means something: set-based, past the write path, to be rolled back. */
export async function fillTable(client: Client, record: PlacedRecord): Promise<void> {
  const columns = columnsOf(record)
  const values = columns.map(({ name, type, isNullable }) => {
    if (name === 'id') return `'plan-' || n`
    const value = placed[name] ?? valueByType[type]
    return isNullable && placed[name] === undefined ? `case when n % 10 = 0 then null else ${value} end` : value
  })
  await client.query(
    `insert into ${record.table} (${columns.map(({ name }) => name).join(', ')}) select ${values.join(', ')} from generate_series(1, ${rows}) n`,
  )
  await client.query(`analyze ${record.table}`)
}

/** How the database would answer a query. */
export async function explain(client: Client, text: string): Promise<Plan> {
  const { rows: answer } = await client.query<{ 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }] }>(
    `explain (format json) ${text}`,
  )
  const nodes = flatten(answer[0]?.['QUERY PLAN'][0].Plan)
  return {
    readsWholeTable: nodes.some((node) => node['Node Type'] === 'Seq Scan'),
    sorts: nodes.some((node) => node['Node Type'].endsWith('Sort')),
    indexConditions: nodes.flatMap((node) => node['Index Cond'] ?? []),
  }
}

function flatten(node: PlanNode | undefined): readonly PlanNode[] {
  return node ? [node, ...(node.Plans ?? []).flatMap(flatten)] : []
}
