import type { PlacedRecord } from '@opendpf/kit'
import { fieldsOf, snakeCase } from '@opendpf/kit'

/** A table with sealed columns, and how its rows are told apart. */
export interface ResealTarget {
  readonly table: string
  readonly key: readonly string[]
  readonly columns: readonly { readonly name: string; readonly context: string }[]
}

/** Every place in which records keep sealed values: the rows of now and their history, sealed under the same context. */
export function resealTargets(records: Iterable<PlacedRecord>): readonly ResealTarget[] {
  return [...records].flatMap((record) => {
    const columns = fieldsOf(record)
      .filter(({ meta }) => meta.storage !== 'plain')
      .map(({ name }) => ({ name: snakeCase(name) as string, context: `${record.table}.${snakeCase(name)}` }))
    if (columns.length === 0) return []
    return [
      { table: record.table, key: ['id'], columns },
      { table: `${record.table}_history`, key: ['id', 'version'], columns },
    ]
  })
}
