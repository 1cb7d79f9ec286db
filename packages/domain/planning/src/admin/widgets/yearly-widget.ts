import type { FieldWidget } from '@opendpf/kit/admin'
import { targetWords, yearlySchema } from '../../contract/index.js'

/** Enters and shows the targets of single years. */
export const yearlyWidget: FieldWidget = {
  input: async () => ({ default: (await import('./yearly-input.js')).YearlyInput }),
  show: (value, locale) => {
    const read = yearlySchema.safeParse(value)
    if (!read.success) return ''
    return read.data
      .map(({ year, target }) => `${year}: ${targetWords(target, { unit: 'item', word: '' }, locale)}`)
      .join(locale === 'zh-CN' ? '；' : '; ')
  },
}
