import type { ImportMark, PlacedRecord, Registry } from '@opendpf/kit'
import { allows, fieldsOf, inputFields, permissionFor } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'

/** One record type that a row of the sheet fills. */
export interface KindPart {
  readonly record: PlacedRecord
  /** The exact field, or the plain one that is a key, by which an existing row is recognised; without one a row is recognised by its number in this system only. */
  readonly key: string | undefined
  /** Fields that the sheet may fill. */
  readonly fields: readonly string[]
  /** References of this record to earlier parts, by position. */
  readonly links: Readonly<Record<string, number>>
  /** Fields that a cell fills with a number of another record. */
  readonly references: readonly string[]
  /** The national code list of each field that has one. */
  readonly codes: ReadonlyMap<string, string>
  /** The column of yes and no that this part consists of, where it does. */
  readonly mark?: PlacedMark
}

/** A declared mark with its name and its words. */
export interface PlacedMark extends ImportMark {
  readonly name: string
  label(locale: Locale): string
}

/** A sheet that can be imported. */
export interface ImportKind {
  /** `persons.person` for a record of its own, `certificates.roster` for a declared sheet. */
  readonly id: string
  readonly parts: readonly KindPart[]
  title(locale: Locale): string
  /** What somebody needs to import it. */
  readonly permissions: readonly string[]
}

/** Everything that a deployment can import: each record that offers it, and the sheets that modules declare. */
export function importKinds(registry: Registry): readonly ImportKind[] {
  return registry.modules.flatMap((module) => [
    ...Object.values(module.records).flatMap((record) => {
      const placed = record as PlacedRecord
      return allows(placed, 'import') ? [plainKind(placed, registry)] : []
    }),
    ...Object.entries(module.imports).map(([name, definition]): ImportKind => {
      const places = definition.parts.map(({ record }) => record)
      const parts = definition.parts.map(({ record: ref, key, fields, links = {} }): KindPart => {
        const record = registry.record(ref)
        const linked = Object.fromEntries(
          Object.entries(links).map(([field, target]) => [field, places.indexOf(target)]),
        )
        return partOf(record, {
          key,
          fields: (fields ?? inputFields(record)).filter((field) => !(field in linked)),
          links: linked,
        })
      })
      const marks = Object.entries(definition.marks ?? {}).map(
        ([markName, mark]): KindPart => ({
          record: registry.record(mark.record),
          key: undefined,
          fields: [],
          links: Object.fromEntries(
            Object.entries(mark.link).map(([field, target]) => [field, places.indexOf(target)]),
          ),
          references: [],
          codes: new Map(),
          mark: { ...mark, name: markName, label: (locale) => registry.text(module.id, locale, mark.title) },
        }),
      )
      return {
        id: `${module.id}.${name}`,
        parts: [...parts, ...marks],
        title: (locale) => registry.text(module.id, locale, definition.title),
        permissions: [...parts, ...marks].map(({ record }) => permissionFor(record, 'import')),
      }
    }),
  ])
}

/** Finds a kind by its id. */
export function findKind(registry: Registry, id: string): ImportKind | undefined {
  return importKinds(registry).find((kind) => kind.id === id)
}

function plainKind(record: PlacedRecord, registry: Registry): ImportKind {
  const key = fieldsOf(record).find(({ meta }) => meta.isUnique || meta.isKey)?.name
  return {
    id: record.ref,
    parts: [partOf(record, { key, fields: inputFields(record), links: {} })],
    title: (locale) => registry.text(record.module, locale, record.name),
    permissions: [permissionFor(record, 'import')],
  }
}

function partOf(record: PlacedRecord, part: Pick<KindPart, 'key' | 'fields' | 'links'>): KindPart {
  const metas = fieldsOf(record)
  return {
    ...part,
    record,
    references: metas
      .filter(({ name, meta }) => meta.kind === 'reference' && part.fields.includes(name))
      .map(({ name }) => name),
    codes: new Map(metas.flatMap(({ name, meta }) => (meta.codes ? [[name, meta.codes.id] as const] : []))),
  }
}
