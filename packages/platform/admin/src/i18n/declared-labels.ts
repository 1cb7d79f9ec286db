import type { DeclaredName, PlacedRecord, Registry } from '@opendpf/kit'
import { fieldMeta } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'

/** One of the values that may be chosen. */
export interface Option {
  readonly value: string
  readonly label: string
}

type Fields = Readonly<Record<string, unknown>>

/** What is named, in words; a name that no contract declares (any more) stays as it is. */
export function declaredLabel(
  registry: Registry,
  locale: Locale,
  names: DeclaredName,
  value: string,
  fields: Fields = {},
): string {
  return declaredOptions(registry, locale, names, fields).find((option) => option.value === value)?.label ?? value
}

/** What may be named: parts of the record that is chosen already, of every record where none is. */
export function declaredOptions(
  registry: Registry,
  locale: Locale,
  names: DeclaredName,
  fields: Fields = {},
): readonly Option[] {
  if (names.part === 'declaration') return declarations(registry, locale, names)
  const all = [...registry.records.values()].filter(
    ({ workflow, periods }) => workflow?.clocks !== undefined || periods !== undefined,
  )
  if (names.part === 'record')
    return all.map(({ ref, module, name }) => ({ value: ref, label: registry.text(module, locale, name) }))
  const chosen = all.filter(({ ref }) => ref === fields[names.of])
  const labels = new Map<string, Set<string>>()
  for (const record of chosen.length > 0 ? chosen : all)
    for (const [value, key] of partsOf(record, names, fields)) {
      const label = registry.text(record.module, locale, `${record.name}.${key}`)
      labels.set(value, (labels.get(value) ?? new Set<string>()).add(label))
    }
  return [...labels].map(([value, words]) => ({ value, label: [...words].join(' / ') }))
}

type PartName = Extract<DeclaredName, { readonly part: 'clock' | 'step' | 'variant' }>

/** The parts of a record, each with the key of its label. */
function partsOf(
  record: PlacedRecord,
  names: PartName,
  fields: Fields,
): readonly (readonly [value: string, key: string])[] {
  const { workflow, periods } = record
  switch (names.part) {
    case 'clock':
      return Object.keys({ ...workflow?.clocks, ...periods }).map((clock) => [clock, `clock.${clock}`])
    case 'step':
      return Object.keys(workflow?.transitions ?? {}).map((verb) => [verb, `do.${verb}`])
    case 'variant': {
      const clocks = Object.entries(workflow?.clocks ?? {})
      const chosen = clocks.filter(([clock]) => clock === fields[names.clock])
      return (chosen.length > 0 ? chosen : clocks).flatMap(([, { vary }]) =>
        vary === undefined
          ? []
          : (fieldMeta(record, vary.field).choices ?? []).map((value) => [value, `${vary.field}.${value}`] as const),
      )
    }
  }
}

interface Titled {
  readonly title: Readonly<Record<Locale, string>>
}

/** What modules declare for another one, by `<module>.<name>`. */
function declarations({ modules }: Registry, locale: Locale, { of, within }: DeclarationName): readonly Option[] {
  return modules.flatMap(({ id, declares }) => {
    const declared = (declares[of] ?? {}) as Readonly<Record<string, unknown>>
    const named = (within === undefined ? declared : (declared[within] ?? {})) as Readonly<Record<string, Titled>>
    return Object.entries(named).map(([name, { title }]) => ({ value: `${id}.${name}`, label: title[locale] }))
  })
}

type DeclarationName = Extract<DeclaredName, { readonly part: 'declaration' }>
