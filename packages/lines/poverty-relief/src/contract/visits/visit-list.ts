import { choice, date, defineRecord, division, optional, reference, text } from '@opendpf/kit'
import { occasions } from './visit.js'

/** How many days one list may tell of: the round of a festival, not a year. */
export const longestRound = 62

/**
 * A list for signature of what a round of comfort visits brings (慰问发放签领表): the visits of an occasion, in a place, from a day until a day, as
 * they stand when it is printed. It chooses visits and holds none, so that one that is entered late is on the next print.
 */
export const visitList = defineRecord({
  fields: {
    name: text({ max: 100, headings: ['签领表名称'] }),
    /** The county, town or village whose visits are listed. */
    division: division({ headings: ['地区'] }),
    occasion: choice(occasions, { headings: ['慰问时节'] }),
    since: date({ headings: ['开始日期'] }),
    until: date({ headings: ['结束日期'] }),
    /** Only what was brought in the name of this office. */
    organisation: optional(reference('organisations.organisation', { headings: ['慰问单位'] })),
  },
  scope: 'division',
  title: 'name',
  list: {
    columns: ['name', 'division', 'occasion', 'since', 'until', 'organisation'],
    filters: ['occasion', 'organisation', 'since'],
    orders: ['since'],
    direction: 'descending',
  },
})

/** What is printed of a round of visits. */
export const visitDocuments = {
  /** 慰问发放签领表: each household with what it is brought, and room for whoever receives it to sign. */
  signing: { record: 'visitList' },
} as const
