import type { Module, PlacedRecord, WorkflowClock } from '../contract/index.js'
import { fieldMeta, inspectDocuments, inspectWorkflow, stepsOf } from '../contract/index.js'
import type { ModuleServer } from './implement.js'

/**
 * What is wrong with the workflows of a module, in words: their graphs, the guards that nobody decides or that decide nothing, and what
 * has no words. A server does not start on a module that has any.
 */
export function inspectModule(server: Pick<ModuleServer, 'module' | 'guards' | 'documents'>): readonly string[] {
  const records = Object.values(server.module.records) as readonly PlacedRecord[]
  return [
    ...records.flatMap((record) => inspectRecord(record, server.module)),
    ...inspectGuards(records, server),
    ...inspectDocuments(server.module),
    ...inspectMakers(server),
  ]
}

function inspectRecord(record: PlacedRecord, { messages }: Module): readonly string[] {
  const { workflow, ref, name } = record
  const without = wordless(
    Object.keys(record.periods ?? {}).map((period) => `${name}.clock.${period}`),
    { ref, messages },
  )
  if (!workflow) return without
  const { choices } = fieldMeta(record, workflow.field)
  if (!choices) return [`${ref}: the state of a workflow is a choice, and "${workflow.field}" is none`]
  const keys = [
    ...guardsOf(record).map((guard) => `${name}.guard.${guard}`),
    ...Object.keys(workflow.clocks ?? {}).map((clock) => `${name}.clock.${clock}`),
  ]
  const varied = Object.entries<WorkflowClock>(workflow.clocks ?? {}).flatMap(([clock, { vary }]) =>
    vary && !isVariedBy(record, vary)
      ? [`${ref}: the clock "${clock}" varies by what is no choice, or no value of it`]
      : [],
  )
  return [
    ...inspectWorkflow(workflow, choices).map((finding) => `${ref}: ${finding}`),
    ...varied,
    ...wordless(keys, { ref, messages }),
    ...without,
  ]
}

function isVariedBy(record: PlacedRecord, { field, limits }: NonNullable<WorkflowClock['vary']>): boolean {
  if (!Object.hasOwn(record.fields, field)) return false
  const choices = fieldMeta(record, field).choices ?? []
  return Object.keys(limits).every((value) => choices.includes(value))
}

function wordless(
  keys: readonly string[],
  { ref, messages }: { readonly ref: string; readonly messages: Module['messages'] },
): readonly string[] {
  return keys.flatMap((key) =>
    (['zh-CN', 'en'] as const).flatMap((locale) =>
      (messages[locale] as Readonly<Record<string, string>>)[key] ? [] : [`${ref}: "${key}" has no words in ${locale}`],
    ),
  )
}

function inspectGuards(
  records: readonly PlacedRecord[],
  { module, guards = {} }: Pick<ModuleServer, 'module' | 'guards'>,
): readonly string[] {
  const declared = new Set(records.flatMap((record) => guardsOf(record).map((guard) => `${record.name}.${guard}`)))
  const implemented = new Set(Object.keys(guards))
  return [
    ...[...declared]
      .filter((guard) => !implemented.has(guard))
      .map((guard) => `${module.id}: nobody decides the guard "${guard}"`),
    ...[...implemented]
      .filter((guard) => !declared.has(guard))
      .map((guard) => `${module.id}: no step asks the guard "${guard}"`),
  ]
}

function inspectMakers({ module, documents = {} }: Pick<ModuleServer, 'module' | 'documents'>): readonly string[] {
  const declared = Object.entries(module.documents).map(([name, { record }]) => `${record}.${name}`)
  const made = Object.keys(documents)
  return [
    ...declared.filter((key) => !made.includes(key)).map((key) => `${module.id}: nobody makes the document "${key}"`),
    ...made
      .filter((key) => !declared.includes(key))
      .map((key) => `${module.id}: the document "${key}" is made and not declared`),
  ]
}

function guardsOf(record: PlacedRecord): readonly string[] {
  return [...new Set(stepsOf(record).flatMap(([, { guards = [] }]) => guards))]
}
