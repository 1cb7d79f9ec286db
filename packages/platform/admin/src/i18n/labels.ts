import type { PlacedRecord, Registry } from '@opendpf/kit'
import { fieldMeta } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import { messageOf } from '@opendpf/messages'
import { useMemo } from 'react'
import { useAdmin } from '../app/admin-context.js'
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
  /** The values of a choice or code list with their labels, in order. */
  options(field: string): readonly { readonly value: string; readonly label: string }[]
  section(title: string): string
  step(verb: string): string
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
  return {
    locale,
    record: say(record.name),
    module: say('title'),
    field: (name) => say(`${record.name}.${name}`),
    hint: (name) => messages[locale][`${record.name}.${name}.hint`],
    choice,
    options: (field) => {
      const meta = fieldMeta(record, field)
      const values = meta.choices ?? meta.codes?.codes ?? []
      return values.map((value) => ({ value, label: choice(field, value) }))
    },
    section: say,
    step: (verb) => say(`${record.name}.do.${verb}`),
  }
}

/** The words of a record in the present language. */
export function useLabels(record: PlacedRecord): Labels {
  const { registry } = useAdmin()
  const locale = useLocale()
  return useMemo(() => labelsOf(registry, record, locale), [registry, record, locale])
}
