import type { DocumentDef } from './documents.js'
import type { Module } from './module.js'
import type { PlacedRecord } from './record.js'
import { fieldMeta } from './record.js'
import { stepsOf } from './workflow/workflow.js'

/** What is wrong with the documents of a module, in words: records, states and fields that there are not, names without words. */
export function inspectDocuments({ id, documents, records, messages }: Module): readonly string[] {
  const known = records as Readonly<Record<string, PlacedRecord>>
  const steps = Object.values(known).flatMap((record) =>
    stepsOf(record).flatMap(([verb, { requiresDocument }]) =>
      requiresDocument === undefined || record.documents?.[requiresDocument]
        ? []
        : [`${record.ref}: ${verb} requires the document "${requiresDocument}", which is none of the record's`],
    ),
  )
  return [
    ...steps,
    ...Object.entries(documents).flatMap(([name, document]) => {
      const record = known[document.record]
      const wrong = record ? inspectOne(record, document) : [`there is no record "${document.record}"`]
      const key = `${document.record}.document.${name}`
      const wordless = (['zh-CN', 'en'] as const).filter(
        (locale) => !(messages[locale] as Readonly<Record<string, string>>)[key],
      )
      return [...wrong, ...wordless.map((locale) => `"${key}" has no words in ${locale}`)].map(
        (finding) => `${id}: the document "${name}": ${finding}`,
      )
    }),
  ]
}

function inspectOne(record: PlacedRecord, { states = [], where = {}, needs = [], reveals = {} }: DocumentDef) {
  const choices = record.workflow ? (fieldMeta(record, record.workflow.field).choices ?? []) : []
  const own = reveals[record.ref] ?? []
  return [
    ...(record.scope === 'global' ? ['a copy lies where its row lies, and rows of this record lie nowhere'] : []),
    ...states.filter((state) => !choices.includes(state)).map((state) => `no state "${state}"`),
    ...[...Object.keys(where), ...needs, ...own]
      .filter((field) => !Object.hasOwn(record.fields, field))
      .map((field) => `no field "${field}"`),
  ]
}
