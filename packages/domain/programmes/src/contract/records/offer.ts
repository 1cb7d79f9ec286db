import {
  choice,
  date,
  declarationName,
  defineRecord,
  division,
  optional,
  reference,
  text,
  whole,
  year,
} from '@opendpf/kit'
import { programmesId } from '../programme.js'

/**
 * A programme that a county switches on for a year (年度项目): with its days, its quota and the budget line that pays. Everything local about a
 * programme stands here or in parameters.
 */
export const offer = defineRecord({
  fields: {
    /** `<module>.<name>` of a declared programme. */
    programme: declarationName(programmesId),
    year: year({ min: 2000, max: 2100 }),
    /** The county that switches it on, or a town of it that has a programme of its own. */
    region: division(),
    /** Days on which one may apply. Left empty, those of the programme. */
    firstDay: optional(date()),
    lastDay: optional(date()),
    /** How many may be granted; without one everybody who qualifies. */
    quota: optional(whole({ min: 1 })),
    /** What it is paid from, and what its grants may not exceed. */
    budgetLine: optional(reference('funds.budgetLine')),
    document: optional(text({ max: 200 })),
    state: choice(['draft', 'open', 'closed']),
  },
  scope: 'global',
  title: 'programme',
  operations: ['create', 'update', 'export'],
  list: {
    columns: ['programme', 'year', 'region', 'firstDay', 'lastDay', 'quota', 'state'],
    filters: ['programme', 'year', 'state', 'region'],
    orders: ['year'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'draft',
    final: ['closed'],
    transitions: {
      open: { from: 'draft', to: 'open', guards: ['alone'] },
      close: { from: ['draft', 'open'], to: 'closed' },
    },
    waits: {
      draft: { owner: 'county', clock: null, escape: 'open' },
      open: { owner: 'county', clock: null, escape: 'close' },
    },
  },
})
