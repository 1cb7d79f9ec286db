import type { FieldWidget } from '@opendpf/kit/admin'
import { persons } from '../contract/index.js'

/** Shows the rules that found a pair in words. Nobody enters them. */
export const rulesWidget: FieldWidget = {
  input: async () => ({ default: () => null }),
  show: (value, locale) =>
    Array.isArray(value)
      ? value
          .map((rule) => persons.messages[locale][`duplicate.rule.${rule}`] ?? String(rule))
          .join(locale === 'en' ? '; ' : '；')
      : '',
}
