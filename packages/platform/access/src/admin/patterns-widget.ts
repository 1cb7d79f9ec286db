import type { FieldWidget } from '@opendpf/kit/admin'

/** Permission patterns: chosen by their titles, shown as they are written. */
export const patternsWidget: FieldWidget = {
  input: async () => ({ default: (await import('./patterns-input.js')).PatternsInput }),
  show: (value, locale) => (Array.isArray(value) ? value.join(locale === 'en' ? ', ' : '，') : ''),
}
