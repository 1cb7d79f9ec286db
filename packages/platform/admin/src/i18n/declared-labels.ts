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
  const texts = { registry, locale }
  for (const record of chosen.length > 0 ? chosen : all)
    for (const [value, label] of partsOf(record, names, { fields, texts })) {
      labels.set(value, (labels.get(value) ?? new Set<string>()).add(label))
    }
  return [...labels].map(([value, words]) => ({ value, label: [...words].join(' / ') }))
}

type PartName = Extract<DeclaredName, { readonly part: 'clock' | 'step' | 'variant' }>

interface Texts {
  readonly registry: Registry
  readonly locale: Locale
}

/** The parts of a record, each with its label. */
function partsOf(
  record: PlacedRecord,
  names: PartName,
  { fields, texts }: { readonly fields: Fields; readonly texts: Texts },
): readonly (readonly [value: string, label: string])[] {
  const { workflow, periods } = record
  const say = (key: string): string => texts.registry.text(record.module, texts.locale, `${record.name}.${key}`)
  switch (names.part) {
    case 'clock':
      return Object.keys({ ...workflow?.clocks, ...periods }).map((clock) => [clock, say(`clock.${clock}`)])
    case 'step':
      return Object.keys(workflow?.transitions ?? {}).map((verb) => [verb, say(`do.${verb}`)])
    case 'variant': {
      const clocks = Object.entries(workflow?.clocks ?? {})
      const chosen = clocks.filter(([clock]) => clock === fields[names.clock])
      return (chosen.length > 0 ? chosen : clocks).flatMap(([, { vary }]) =>
        vary === undefined ? [] : valuesOf(record, vary.field, { say, texts }),
      )
    }
  }
}

/** The values of a field that a clock varies by, each with its label: choices, or what modules declare. */
function valuesOf(
  record: PlacedRecord,
  field: string,
  { say, texts: { registry, locale } }: { readonly say: (key: string) => string; readonly texts: Texts },
): readonly (readonly [value: string, label: string])[] {
  const { names, choices = [] } = fieldMeta(record, field)
  if (names?.part !== 'declaration') return choices.map((value) => [value, say(`${field}.${value}`)])
  return declarations(registry, locale, names).map(({ value, label }) => [value, label])
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
