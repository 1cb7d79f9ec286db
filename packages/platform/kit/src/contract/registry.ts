import type { Locale } from '@opendpf/messages'
import { messageOf } from '@opendpf/messages'
import type { Module } from './module.js'
import { recordPermissions } from './permissions.js'
import type { PlacedRecord } from './record.js'
import { fieldsOf, parentField } from './record.js'

/** A place that holds references to a record: found from the declarations, so that nothing is forgotten in a merge or a deletion. */
export interface ReferencePlace {
  readonly record: PlacedRecord
  readonly field: string
  readonly onMerge: 'move' | 'keep-one'
  readonly onRemove: 'refuse' | 'remove'
}

/** All modules of a deployment, and what follows from their declarations. */
export interface Registry {
  readonly modules: readonly Module[]
  readonly records: ReadonlyMap<string, PlacedRecord>
  readonly permissions: readonly string[]
  module(id: string): Module
  record(ref: string): PlacedRecord
  /** Every field of every module that refers to the record. */
  referencesTo(ref: string): readonly ReferencePlace[]
  /** Records that lie where this one lies and are shown on its page. */
  childrenOf(ref: string): readonly { readonly record: PlacedRecord; readonly field: string }[]
  /** A module's text, e.g. `text('persons', 'zh-CN', 'person.name')`. */
  text(module: string, locale: Locale, key: string): string
}

/** Builds the registry; a reference to a record that no module has, or a module given twice, throws. */
export function createRegistry(modules: readonly Module[]): Registry {
  const byId = new Map(modules.map((module) => [module.id, module]))
  if (byId.size !== modules.length) throw new Error('a module was given twice')
  const records = new Map<string, PlacedRecord>()
  for (const module of modules)
    for (const record of Object.values(module.records)) records.set(record.ref, record as PlacedRecord)
  const places = [...records.values()].flatMap((record) =>
    fieldsOf(record).flatMap(({ name, meta }) => {
      if (meta.kind !== 'reference') return []
      if (!records.has(meta.target ?? ''))
        throw new Error(`${record.ref}.${name} refers to "${meta.target}", which no module of this deployment has`)
      const { onMerge = 'move', onRemove = 'refuse', target } = meta
      return [{ record, field: name, onMerge, onRemove, target }]
    }),
  )
  const find = <T>(map: ReadonlyMap<string, T>, key: string, what: string): T => {
    const value = map.get(key)
    if (value === undefined) throw new Error(`no ${what} "${key}" in this deployment`)
    return value
  }
  return {
    modules,
    records,
    permissions: modules.flatMap((module) => [
      ...Object.values(module.records).flatMap((record) => recordPermissions(record as PlacedRecord)),
      ...module.permissions.map((permission) => `${module.id}:${permission}`),
    ]),
    module: (id) => find(byId, id, 'module'),
    record: (ref) => find(records, ref, 'record'),
    referencesTo: (ref) => places.filter((place) => place.target === ref),
    childrenOf: (ref) => places.filter((place) => place.target === ref && parentField(place.record) === place.field),
    text: (module, locale, key) => messageOf(find(byId, module, 'module').messages, locale, key),
  }
}
