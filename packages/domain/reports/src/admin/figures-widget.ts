import type { FieldWidget } from '@opendpf/kit/admin'
import { messageOf } from '@opendpf/messages'
import { reportFiguresSchema, reports } from '../contract/index.js'

/** Says of how many items the figures are; nobody types them. */
export const figuresWidget: FieldWidget = {
  input: async () => ({ default: () => null }),
  show: (value, locale) => {
    const read = reportFiguresSchema.safeParse(value)
    return read.success ? messageOf(reports.messages, locale, 'figures.count', { count: read.data.items.length }) : ''
  },
}
