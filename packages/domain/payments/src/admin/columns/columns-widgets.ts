import type { FieldWidget } from '@opendpf/kit/admin'
import { messageOf } from '@opendpf/messages'
import { paidColumnsSchema, resultColumnsSchema } from '../../contract/index.js'
import { messages } from '../../contract/messages/messages.js'

const schemas = { paid: paidColumnsSchema, result: resultColumnsSchema } as const

const widgetOf = (
  file: keyof typeof schemas,
  input: () => Promise<typeof import('./columns-input.js')>,
): FieldWidget => ({
  input: async () => ({ default: (await input())[file === 'paid' ? 'PaidColumnsInput' : 'ResultColumnsInput'] }),
  show(value, locale) {
    const read = schemas[file].safeParse(value)
    if (!read.success) return ''
    const columns = read.data.map((column) => messageOf(messages, locale, `column.${column.value}`))
    return columns.join(locale === 'zh-CN' ? '、' : ', ')
  },
})

/** Enters and shows the columns of a file to the bank. */
export const paidColumnsWidget = widgetOf('paid', () => import('./columns-input.js'))
/** Enters and shows the columns of a file from the bank. */
export const resultColumnsWidget = widgetOf('result', () => import('./columns-input.js'))
