import { choice, data, defineRecord, division, flag, optional, text, whole } from '@opendpf/kit'
import * as z from 'zod'

/** What can stand in a column of a file to the bank. */
export const paidValues = [
  'position',
  'accountNumber',
  'holderName',
  'bank',
  'amountYuan',
  'amountFen',
  'reason',
  'month',
  'nothing',
] as const
export type PaidValue = (typeof paidValues)[number]

/** What can stand in a column of a file from the bank. */
export const resultValues = [
  'position',
  'accountNumber',
  'amountYuan',
  'amountFen',
  'result',
  'returnCode',
  'returnText',
  'nothing',
] as const
export type ResultValue = (typeof resultValues)[number]

const columnsOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .array(z.strictObject({ value: z.enum(values), heading: z.string().trim().max(40).default('') }))
    .min(1)
    .max(30)

/** Columns of a file to the bank, from left to right. */
export const paidColumnsSchema = columnsOf(paidValues)
/** Columns of a file from the bank, from left to right. */
export const resultColumnsSchema = columnsOf(resultValues)
export type PaidColumns = z.output<typeof paidColumnsSchema>
export type ResultColumns = z.output<typeof resultColumnsSchema>

/**
 * How the files of one bank look (银行文件模板), both ways. Every county has the bank that it has: a layout is a row, and nobody has to change
 * the program for it.
 */
export const fileTemplate = defineRecord({
  fields: {
    title: text({ max: 60 }),
    division: division(),
    form: choice(['text', 'workbook']),
    /** Of text files: what stands between two columns. */
    separator: optional(text({ max: 3 })),
    encoding: choice(['utf-8', 'gb18030']),
    hasHeadings: optional(flag()),
    /** A line before and one behind the rows, with {{count}}, {{amountYuan}}, {{amountFen}}, {{month}}, {{date}} and {{title}} filled in. */
    header: optional(text({ max: 200 })),
    footer: optional(text({ max: 200 })),
    paidColumns: data(paidColumnsSchema),
    /** Lines of a file from the bank above and below the rows. */
    headLines: whole({ max: 50 }),
    tailLines: whole({ max: 50 }),
    resultColumns: data(resultColumnsSchema),
    /** What says in the column of the result that a line was paid, with commas between; anything else was not. */
    paidCodes: text({ max: 100 }),
    /** Batches of the county are made with it unless told otherwise. */
    isDefault: optional(flag()),
  },
  scope: 'division',
  title: 'title',
  operations: ['create', 'update', 'remove'],
  list: {
    columns: ['title', 'form', 'encoding', 'separator', 'isDefault'],
    filters: ['isDefault'],
    orders: ['title'],
  },
  sections: [
    { title: 'fileTemplate.section.file', fields: ['title', 'division', 'isDefault', 'form', 'separator', 'encoding'] },
    { title: 'fileTemplate.section.paid', fields: ['hasHeadings', 'header', 'footer', 'paidColumns'] },
    { title: 'fileTemplate.section.result', fields: ['headLines', 'tailLines', 'resultColumns', 'paidCodes'] },
  ],
})
