import { choice, defineRecord, instant, multiline, optional, reference, whole } from '@opendpf/kit'
import { whoFields } from './people.js'

/** How it is known that somebody was there by name. */
export const mannersByName = ['number', 'code', 'list', 'form'] as const

/**
 * Who was there at one session: a person of the register, somebody from outside by name, or a number of people with the reason why nobody
 * took them down by name.
 */
export const attendance = defineRecord({
  fields: {
    session: reference('activities.session'),
    ...whoFields,
    headCount: optional(whole({ min: 1, max: 100_000 })),
    headCountReason: optional(multiline({ max: 300 })),
    /** `count` is the manner of head counts and of nothing else. */
    manner: choice([...mannersByName, 'count']),
    signedInAt: optional(instant()),
    remark: optional(multiline({ privacy: 'S2', max: 500 })),
  },
  scope: { from: 'session' },
  title: 'part',
  list: {
    columns: ['session', 'person', 'outsiderName', 'headCount', 'part', 'manner', 'signedInAt'],
    filters: ['session', 'person', 'part', 'manner'],
    orders: ['signedInAt'],
    direction: 'descending',
  },
})
