import { data, date, defineRecord, division, flag, optional, reference, text, whole } from '@opendpf/kit'
import { formSchema } from '../form/index.js'

/**
 * The part of a campaign that one village collects (村级任务), and by whom. It carries the questions as they were published, so that whoever
 * sees his own village alone has all that he needs.
 */
export const assignment = defineRecord({
  fields: {
    title: text({ isDerived: true, max: 100 }),
    campaign: reference('surveys.campaign', { isDerived: true }),
    division: division({ isDerived: true }),
    /** Who collects: the commissioner of the village (专职委员), by name. */
    commissioner: optional(text({ privacy: 'S2', max: 50 })),
    fromDay: date({ isDerived: true }),
    dueOn: date(),
    listed: whole({ isDerived: true }),
    form: data(formSchema, { isDerived: true }),
    isClosed: flag({ isDerived: true }),
  },
  scope: 'division',
  title: 'title',
  operations: ['update', 'export'],
  list: {
    columns: ['title', 'division', 'commissioner', 'listed', 'dueOn', 'isClosed'],
    filters: ['campaign', 'isClosed', 'dueOn'],
    orders: ['dueOn'],
    direction: 'descending',
  },
})
