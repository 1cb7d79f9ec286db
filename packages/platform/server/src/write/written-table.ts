import type { Registry } from '@opendpf/kit'
import type { OperationNode } from 'kysely'

type Node = OperationNode & {
  readonly into?: Node
  readonly table?: Node & { readonly identifier?: { readonly name: string } }
  readonly from?: { readonly froms: readonly Node[] }
  readonly node?: Node
}

/** The table that a built statement writes to; undefined for one that only reads, and for SQL that was written by hand. */
export function writtenTable(query: OperationNode): string | undefined {
  const node = query as Node
  switch (node.kind) {
    case 'InsertQueryNode':
    case 'MergeQueryNode':
      return nameOf(node.into)
    case 'UpdateQueryNode':
      return nameOf(node.table)
    case 'DeleteQueryNode':
      return nameOf(node.from?.froms[0])
    default:
      return undefined
  }
}

function nameOf(node: Node | undefined): string | undefined {
  return node?.kind === 'AliasNode' ? nameOf(node.node) : node?.table?.identifier?.name
}

/** Whether a table holds rows of a record, their past or their names. */
export function isRecordTable(registry: Registry, table: string): boolean {
  const present = table.replace(/_(history|gram)$/, '')
  return [...registry.records.values()].some((record) => record.table === table || record.table === present)
}
