import { choice, data, defineRecord, division, instant, optional, reference, text, whole } from '@opendpf/kit'
import * as z from 'zod'

/** Where an import is. Only `planned` can be run and only `done` can be undone. */
export const importStates = [
  'uploaded',
  'planning',
  'planned',
  'running',
  'done',
  'undoing',
  'undone',
  'failed',
] as const
export type ImportState = (typeof importStates)[number]

export const importModes = ['all-or-nothing', 'valid-rows'] as const
export type ImportMode = (typeof importModes)[number]

const sheetPlan = z.object({
  name: z.string().max(100),
  headerRows: z.tuple([z.int().min(0).max(100), z.int().min(0).max(100)]),
  columns: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(120).nullable()),
})

/** What a person decided about a file before its dry run: which sheets, which heading rows, which column is which field. */
export const importPlanSchema = z.object({
  sheets: z.array(sheetPlan).min(1).max(50),
  defaults: z
    .object({
      division: z
        .string()
        .regex(/^\d{12}$/)
        .optional(),
      /** The day of which the list tells: where a period begins or ends. */
      date: z.iso.date().optional(),
    })
    .default({}),
})
export type ImportPlan = z.output<typeof importPlanSchema>
export type SheetPlan = z.output<typeof sheetPlan>

/** The stretch of a county's audit chain that an import wrote: exactly what an undo takes back. */
const writtenSchema = z.array(z.object({ county: z.string(), from: z.int(), to: z.int() }))
export type Written = readonly { readonly county: string; readonly from: number; readonly to: number }[]

const derived = { isDerived: true } as const
const count = () => whole({ ...derived, max: 10_000_000 })

/** A file that somebody brought: what it holds, what the dry run found, what was written and whether it was taken back. */
export const importRecord = defineRecord({
  fields: {
    title: text({ ...derived, max: 200 }),
    kind: text(derived),
    state: choice(importStates, derived),
    fileHash: text(derived),
    fileBytes: count(),
    plan: optional(data(importPlanSchema, derived)),
    mode: optional(choice(importModes, derived)),
    rows: count(),
    creates: count(),
    updates: count(),
    unchanged: count(),
    problems: count(),
    warnings: count(),
    message: optional(text({ ...derived, max: 1000 })),
    job: optional(reference('system.job', derived)),
    written: optional(data(writtenSchema, derived)),
    uploadedAt: instant(),
    plannedAt: optional(instant()),
    ranAt: optional(instant()),
    undoneAt: optional(instant()),
    /** The file is deleted then; what it led to stays. */
    fileUntil: optional(instant()),
    division: division(derived),
  },
  scope: 'division',
  title: 'title',
  list: {
    columns: ['title', 'kind', 'state', 'rows', 'creates', 'updates', 'problems', 'uploadedAt'],
    filters: ['state', 'kind'],
    orders: ['uploadedAt'],
    direction: 'descending',
  },
  sections: [
    {
      title: 'import.section.file',
      fields: ['title', 'kind', 'state', 'message', 'division', 'uploadedAt', 'fileUntil', 'fileBytes', 'fileHash'],
    },
    {
      title: 'import.section.found',
      fields: ['rows', 'creates', 'updates', 'unchanged', 'problems', 'warnings', 'plannedAt'],
    },
    { title: 'import.section.written', fields: ['mode', 'ranAt', 'undoneAt', 'job'] },
  ],
  operations: [],
})
