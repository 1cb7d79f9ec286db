import type { PlacedRecord, Registry } from '@opendpf/kit'
import { fieldMeta } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import { messageOf } from '@opendpf/messages'
import { useMemo } from 'react'
import { useAdmin } from '../app/admin-context.js'
import type { Option } from './declared-labels.js'
import { declaredLabel, declaredOptions } from './declared-labels.js'
import { useLocale } from './use-text.js'

/** The words of one record in one language. */
export interface Labels {
  readonly locale: Locale
  /** What the record is called: 残疾人. */
  readonly record: string
  readonly module: string
  field(name: string): string
  /** A hint under the field, if the module gives one (`<record>.<field>.hint`). */
  hint(name: string): string | undefined
  /** The label of a value of a choice or a code list; an unknown value is shown as it is. */
  choice(field: string, value: string): string
  /** The label of what a value names of the contracts; `fields` are those of its row. */
  declared(field: string, value: string, fields: Readonly<Record<string, unknown>>): string
  /** The values of a choice, a code list or a declared name with their labels, in order; `fields` are those of the row, as far as known. */
  options(field: string, fields?: Readonly<Record<string, unknown>>): readonly Option[]
  section(title: string): string
  /**
   * What a row is called by: its title as the server gives it, or the label of the code that it is; with the name of a reference, the
   * same for the row referred to.
   */
  title(text: string, reference?: string): string
  step(verb: string): string
  /** What a document of the record is called. */
  document(name: string): string
}

/** Makes the words of a record. */
export function labelsOf(registry: Registry, record: PlacedRecord, locale: Locale): Labels {
  const { messages } = registry.module(record.module)
  const say = (key: string) => messageOf(messages, locale, key)
  const entryLabel = (entry: { readonly zh: string; readonly en: string }) => (locale === 'en' ? entry.en : entry.zh)
  const choice = (field: string, value: string): string => {
    const meta = fieldMeta(record, field)
    if (meta.kind === 'codes') {
      const entry = meta.codes?.find(value)
      return entry ? entryLabel(entry) : value
    }
    return meta.choices?.includes(value) ? say(`${record.name}.${field}.${value}`) : value
  }
  const title = (text: string, field = record.title): string => {
    const { kind, target, names } = fieldMeta(record, field)
    if (names?.part === 'record' || names?.part === 'declaration') return declaredLabel(registry, locale, names, text)
    if (kind === 'choice' || kind === 'codes') return choice(field, text)
    const referred = kind === 'reference' ? registry.records.get(target ?? '') : undefined
    return referred ? labelsOf(registry, referred, locale).title(text) : text
  }
  return {
    locale,
    record: say(record.name),
    module: say('title'),
    field: (name) => say(`${record.name}.${name}`),
    hint: (name) => messages[locale][`${record.name}.${name}.hint`],
    choice,
    declared: (field, value, fields) => {
      const { names } = fieldMeta(record, field)
      return names ? declaredLabel(registry, locale, names, value, fields) : value
    },
    options: (field, fields) => {
      const meta = fieldMeta(record, field)
      if (meta.names) return declaredOptions(registry, locale, meta.names, fields)
      const values = meta.choices ?? meta.codes?.codes ?? []
      return values.map((value) => ({ value, label: choice(field, value) }))
    },
    section: say,
    title,
    step: (verb) => say(`${record.name}.do.${verb}`),
    document: (name) => say(`${record.name}.document.${name}`),
  }
}

/** The words of a record in the present language. */
export function useLabels(record: PlacedRecord): Labels {
  const { registry } = useAdmin()
  const locale = useLocale()
  return useMemo(() => labelsOf(registry, record, locale), [registry, record, locale])
}
