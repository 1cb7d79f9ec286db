import { defineRecord, multiline, optional, reference, text, whole } from '@opendpf/kit'

/** One answer to one question of the activity's kind. Who gave it is not asked. */
export const evaluation = defineRecord({
  fields: {
    activity: reference('activities.activity'),
    /** Name of a question of the kind. */
    question: text({ max: 40 }),
    /** The question in words. */
    told: text({ isDerived: true, max: 200 }),
    score: whole({ min: 1, max: 5 }),
    comment: optional(multiline({ privacy: 'S2', max: 500 })),
  },
  scope: { from: 'activity' },
  title: 'told',
  list: {
    columns: ['told', 'activity', 'score', 'comment'],
    filters: ['activity', 'question', 'score'],
    orders: ['score'],
  },
})
