import { choice, data, date, defineRecord, optional, reference, text, whole } from '@opendpf/kit'
import * as z from 'zod'
import { answersSchema } from '../form/index.js'

/** Whether two interviews agree, by the code of the question. */
const agreementSchema = z.record(z.string().min(1).max(20), z.boolean())

/**
 * A record that was drawn to be asked again (抽查): somebody else asks the same questions without seeing the answers, and what both answered
 * is compared, question by question.
 */
export const recheck = defineRecord({
  fields: {
    interview: reference('surveys.interview', { isDerived: true, onRemove: 'remove' }),
    campaign: reference('surveys.campaign', { isDerived: true }),
    person: reference('persons.person', { isDerived: true }),
    answers: data(answersSchema, { privacy: 'S3', isDerived: true }),
    recheckedOn: optional(date({ isDerived: true })),
    /** Questions that both answered, and of those the ones with the same answer. */
    compared: whole({ isDerived: true, max: 300 }),
    agreed: whole({ isDerived: true, max: 300 }),
    agreement: data(agreementSchema, { isDerived: true }),
    /** The actor who asked again. */
    recheckedBy: optional(text({ isDerived: true, max: 60 })),
    state: choice(['to-do', 'done']),
  },
  scope: { from: 'interview' },
  title: 'state',
  operations: ['export'],
  list: {
    columns: ['person', 'state', 'recheckedOn', 'compared', 'agreed'],
    filters: ['campaign', 'interview', 'person', 'state'],
    orders: ['recheckedOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'to-do',
    final: ['done'],
    transitions: { compare: { from: 'to-do', to: 'done', by: 'system' } },
    waits: { 'to-do': { owner: 'town', clock: null, escape: 'compare' } },
  },
})
