import type { FieldWidget } from '@opendpf/kit/admin'
import { targetSchema, targetWords } from '../../contract/index.js'

/** Enters and shows a target: its kind, and the numbers or the reason that the kind asks for. */
export const targetWidget: FieldWidget = {
  input: async () => ({ default: (await import('./target-input.js')).TargetInput }),
  show: (value, locale) => {
    const read = targetSchema.safeParse(value)
    // the unit stands in a column of its own
    return read.success ? targetWords(read.data, { unit: 'item', word: '' }, locale) : ''
  },
}
