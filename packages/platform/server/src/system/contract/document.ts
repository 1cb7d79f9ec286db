import { data, defineRecord, division, instant, optional, reference, text, whole } from '@opendpf/kit'
import * as z from 'zod'

const derived = { isDerived: true } as const

const shown = z.array(z.strictObject({ record: z.string(), recordId: z.string(), fields: z.array(z.string()) }))

/**
 * A paper that was made from a row: which document, which copy, by whom, when, and the hash of its file, which is kept sealed. Written
 * with each copy; nobody enters or changes one.
 */
export const documentRecord = defineRecord({
  fields: {
    title: text({ ...derived, max: 200 }),
    /** `<module>.<record>` */
    record: text(derived),
    rowId: text(derived),
    /** The version of the row that it was made from. */
    rowVersion: whole({ ...derived, max: 2_000_000_000 }),
    /** The name of the document in the declaration of the module. */
    document: text(derived),
    /** Counted from 1 for each document of each row. */
    copy: whole({ ...derived, max: 1_000_000 }),
    hash: text(derived),
    /** Under which its file is kept: a keyed digest of the content. */
    digest: text(derived),
    fileBytes: whole({ ...derived, max: 2_000_000_000 }),
    /** Rows of which it shows in full what is masked elsewhere. */
    shows: data(shown, derived),
    madeBy: text(derived),
    madeByName: text(derived),
    madeAt: instant(),
    /** The batch it was made in. */
    job: optional(reference('system.job', derived)),
    division: division(derived),
  },
  scope: 'division',
  title: 'title',
  readableWith: 'record',
  list: {
    columns: ['title', 'copy', 'record', 'rowId', 'madeByName', 'madeAt', 'division'],
    filters: ['record', 'rowId', 'document', 'madeBy'],
    orders: ['madeAt'],
    direction: 'descending',
  },
  sections: [
    { title: 'document.section.what', fields: ['title', 'copy', 'record', 'document', 'rowVersion', 'division'] },
    { title: 'document.section.made', fields: ['madeByName', 'madeAt', 'hash', 'fileBytes', 'job'] },
  ],
  operations: [],
})
