import type { FieldWidget } from '@opendpf/kit/admin'
import { filterWords } from '../contract/index.js'

/** Shows what a frozen figure is narrowed to; nobody enters it. */
export const filtersWidget: FieldWidget = {
  show: (value, locale, about) => {
    const filters = (value ?? {}) as Readonly<Record<string, readonly string[]>>
    if (!about || Object.keys(filters).length === 0) return locale === 'en' ? 'Everything' : '全部'
    return filterWords({ indicator: String(about.fields['indicator']), filters }, { registry: about.registry, locale })
  },
}
