import { date, defineRecord, optional, reference, text, whole } from '@opendpf/kit'

/** One sitting of an activity: a day with a beginning and an end, where people are taken down. */
export const session = defineRecord({
  fields: {
    activity: reference('activities.activity'),
    heldOn: date(),
    /** `HH:MM`, in Asia/Shanghai. */
    startsAt: optional(text({ max: 5 })),
    endsAt: optional(text({ max: 5 })),
    topic: optional(text({ max: 200 })),
    /** Where, if not where the activity is. */
    place: optional(text({ max: 200 })),
    /** How often anybody was there. */
    personTimes: whole({ isDerived: true }),
  },
  scope: { from: 'activity' },
  title: 'heldOn',
  list: {
    columns: ['heldOn', 'activity', 'startsAt', 'endsAt', 'topic', 'personTimes'],
    filters: ['activity', 'heldOn'],
    orders: ['heldOn'],
    direction: 'descending',
  },
})
