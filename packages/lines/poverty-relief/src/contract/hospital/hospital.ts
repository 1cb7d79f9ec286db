import { date, defineRecord, division, optional, reference, text } from '@opendpf/kit'

/** A hospital that the county has designated to reduce fees (减免定点医院), from a day until a day; one that is designated again has a row of its own. */
export const hospital = defineRecord({
  fields: {
    /** Whose decision it is: the hospital serves the people of this place. */
    division: division({ headings: ['指定地区'] }),
    organisation: reference('organisations.organisation', { headings: ['医院', '定点医院'] }),
    since: date({ headings: ['开始日期'] }),
    until: optional(date({ headings: ['结束日期'] })),
    document: optional(text({ max: 100, headings: ['文号', '文件依据'] })),
  },
  scope: 'division',
  title: 'organisation',
  list: {
    columns: ['organisation', 'division', 'since', 'until', 'document'],
    filters: ['organisation', 'since', 'until'],
    orders: ['since'],
    direction: 'descending',
  },
})
