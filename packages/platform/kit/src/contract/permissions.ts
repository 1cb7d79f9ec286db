import { defineMessages } from '@opendpf/messages'
import { hasDocuments } from './documents.js'
import type { PlacedRecord } from './record.js'
import { allows } from './record.js'
import { personSteps } from './workflow/workflow.js'

/** What can be allowed on every record, beside the steps of its workflow. */
export const recordVerbs = [
  'read',
  'history',
  'reveal',
  'create',
  'update',
  'remove',
  'import',
  'export',
  'print',
] as const
export type RecordVerb = (typeof recordVerbs)[number]

/** The words for the verbs, from which permission titles are made: 查看残疾人. */
export const verbMessages = defineMessages({
  'zh-CN': {
    read: '查看',
    history: '查看历史',
    reveal: '显示完整信息',
    create: '新增',
    update: '修改',
    remove: '删除',
    import: '导入',
    export: '导出',
    print: '打印',
  },
  en: {
    read: 'View',
    history: 'View history of',
    reveal: 'Reveal full values of',
    create: 'Add',
    update: 'Change',
    remove: 'Delete',
    import: 'Import',
    export: 'Export',
    print: 'Print documents of',
  },
})

/** The permission's stable name: `persons:person.update`. Workflow steps use their verb: `certificates:case.accept`. */
export function permissionFor(record: { readonly module: string; readonly name: string }, verb: string): string {
  return `${record.module}:${record.name}.${verb}`
}

/** What lets somebody bring files for a field: adding rows, changing them, or a step that asks for the field. One of them is enough. */
export function attachPermissions(record: PlacedRecord, field: string): readonly string[] {
  const verbs = [
    ...(['create', 'update'] as const).filter((verb) => allows(record, verb)),
    ...personSteps(record).flatMap(([verb, { requires = [] }]) => (requires.includes(field) ? [verb] : [])),
  ]
  return verbs.map((verb) => permissionFor(record, verb))
}

/** Every permission a record brings into the world. */
export function recordPermissions(record: PlacedRecord): readonly string[] {
  const verbs = recordVerbs.filter(
    (verb) =>
      verb === 'read' ||
      verb === 'history' ||
      verb === 'reveal' ||
      (verb === 'print' ? hasDocuments(record) : allows(record, verb)),
  )
  return [...verbs, ...personSteps(record).map(([verb]) => verb)].map((verb) => permissionFor(record, verb))
}

/** Whether a granted pattern (`persons:*`, `persons:*.read`, `*`) covers a permission. */
export function covers(pattern: string, permission: string): boolean {
  const [start = '', ...parts] = pattern.split('*')
  const end = parts.pop()
  if (end === undefined) return pattern === permission
  if (!permission.startsWith(start)) return false
  let at = start.length
  for (const part of parts) {
    const found = permission.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return permission.length - at >= end.length && permission.endsWith(end)
}
