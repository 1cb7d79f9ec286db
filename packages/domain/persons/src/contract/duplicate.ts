import { choice, data, date, defineRecord, multiline, name, optional, reference, text, whole } from '@opendpf/kit'
import * as z from 'zod'

/** How two entries of the register are found to be perhaps the same person. */
export const duplicateRules = [
  'same-name-and-birth-date',
  'same-sound-and-birth-date',
  'similar-name-and-birth-date',
  'same-name-near-birth-date-and-village',
  'same-name-and-village',
] as const

export type DuplicateRule = (typeof duplicateRules)[number]

/**
 * Two entries that may be one person, found when either was written; the older is `person`. A decision stays: a pair that was told
 * apart is never shown again. `ruleVersion` says which edition of the rules found it. A pair goes with either of its entries. `other`
 * is no reference: after a merge it names the entry that is gone.
 */
export const duplicate = defineRecord({
  fields: {
    person: reference('persons.person', { isDerived: true, onRemove: 'remove' }),
    other: text({ isDerived: true, max: 36 }),
    otherName: name({ isDerived: true }),
    score: whole({ isDerived: true, max: 100 }),
    rules: data(z.array(z.enum(duplicateRules)), { isDerived: true }),
    ruleVersion: whole({ isDerived: true }),
    state: choice(['open', 'not-duplicate', 'merged'], { isDerived: true }),
  },
  scope: { from: 'person' },
  title: 'person',
  list: {
    columns: ['person', 'otherName', 'score', 'rules', 'state'],
    filters: ['state', 'score', 'other'],
    orders: ['score'],
    direction: 'descending',
  },
  operations: [],
})

const chosenSchema = z.record(z.string(), z.enum(['keep', 'drop']))

const movedSchema = z.array(
  z.object({
    record: z.string(),
    id: z.string(),
    action: z.enum(['move', 'change', 'remove']),
    /** The row's version after the merge: undoing needs it to be the latest still. */
    version: z.int(),
    /** Values before the merge; ids, dates and marks only. */
    before: z.record(z.string(), z.union([z.string(), z.boolean(), z.number(), z.null()])),
  }),
)

export type MovedRow = z.output<typeof movedSchema>[number]

/**
 * Two entries made one: which was kept, which fields came from the other, and every row of every module that moved with it. While
 * nothing of that was touched again, the merge can be undone.
 */
export const merge = defineRecord({
  fields: {
    kept: reference('persons.person', { isDerived: true }),
    dropped: text({ isDerived: true, max: 36 }),
    chosen: data(chosenSchema, { isDerived: true }),
    moved: data(movedSchema, { isDerived: true }),
    /** What the kept entry held before, as sealed JSON. */
    before: multiline({ privacy: 'S4', storage: 'sealed', isDerived: true, max: 20_000 }),
    keptVersion: whole({ isDerived: true }),
    mergedOn: date({ isDerived: true }),
    state: choice(['done', 'undone'], { isDerived: true }),
    undoneOn: optional(date({ isDerived: true })),
  },
  scope: { from: 'kept' },
  title: 'mergedOn',
  list: {
    columns: ['kept', 'mergedOn', 'state', 'undoneOn'],
    filters: ['state', 'mergedOn'],
    orders: ['mergedOn'],
    direction: 'descending',
  },
  sections: [{ title: 'merge.section.merge', fields: ['kept', 'mergedOn', 'state', 'undoneOn'] }],
  operations: [],
})
