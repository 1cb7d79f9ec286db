import {
  attachment,
  choice,
  date,
  defineRecord,
  instant,
  money,
  multiline,
  optional,
  reference,
  text,
  whole,
} from '@opendpf/kit'

/** What files of banks are. */
export const bankFileTypes = [
  'text/plain',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const

/**
 * A file that went to the bank or came from there (银行文件交换): kept for ever as it was, with its hash, whoever brought it and what became of
 * it: of a result file all is booked, or nothing.
 */
export const exchange = defineRecord({
  fields: {
    batch: reference('payments.batch', { isDerived: true }),
    direction: choice(['out', 'in'], { isDerived: true }),
    /** On which day the bank paid. */
    paidOn: optional(date({ isDerived: true })),
    file: optional(attachment({ privacy: 'S3', maxMegabytes: 20, types: bankFileTypes, isDerived: true })),
    /** SHA-256 of the file, in hex. */
    hash: text({ max: 64, isDerived: true }),
    at: instant(),
    /** Rows of the file, and what they say. */
    lines: whole({ isDerived: true, max: 10_000_000 }),
    amount: money({ isDerived: true }),
    paid: whole({ isDerived: true, max: 10_000_000 }),
    returned: whole({ isDerived: true, max: 10_000_000 }),
    /** Lines of the batch that the file says nothing of. */
    missing: whole({ isDerived: true, max: 10_000_000 }),
    problemCount: whole({ isDerived: true, max: 10_000_000 }),
    /** What is wrong with the file, row by row; the first two hundred. */
    problems: optional(multiline({ max: 40_000, isDerived: true })),
    state: choice(['made', 'booked', 'refused'], { isDerived: true }),
  },
  scope: { from: 'batch' },
  title: 'at',
  operations: ['export'],
  list: {
    columns: ['at', 'batch', 'direction', 'state', 'lines', 'paid', 'returned', 'missing', 'problemCount'],
    filters: ['batch', 'direction', 'state'],
    orders: ['at'],
    direction: 'descending',
  },
})
