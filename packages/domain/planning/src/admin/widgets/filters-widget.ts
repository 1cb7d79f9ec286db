import type { FieldWidget } from '@opendpf/kit/admin'
import { filtersSchema, filterText } from '../../contract/index.js'

/** Enters and shows what is counted, as `grade=1,2; sex=1`. */
export const filtersWidget: FieldWidget = {
  input: async () => ({ default: (await import('./filters-input.js')).FiltersInput }),
  show: (value) => {
    const read = filtersSchema.safeParse(value)
    return read.success ? filterText(read.data) : ''
  },
}
