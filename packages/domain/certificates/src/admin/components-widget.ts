import type { FieldWidget } from '@opendpf/kit/admin'
import { componentsSchema } from '../contract/index.js'
import { disabilityWords } from './disability-words.js'

/** Enters and shows the disabilities that a certificate is made of. */
export const componentsWidget: FieldWidget = {
  input: async () => ({ default: (await import('./components-input.js')).ComponentsInput }),
  show: (value, locale) => {
    const read = componentsSchema.safeParse(value)
    return read.success ? disabilityWords(read.data, locale) : ''
  },
}
