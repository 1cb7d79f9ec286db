import { choice, date, defineRecord, money, multiline, optional, reference, text } from '@opendpf/kit'
import { clientFields } from '@opendpf/persons'

/** Days on which people are visited, and the hardship that needs no day. */
export const occasions = [
  'new-year',
  'spring-festival',
  'ear-day',
  'national-day-of-disabled',
  'children-day',
  'sight-day',
  'international-day-of-disabled',
  'hardship',
  'other',
] as const

/**
 * A comfort visit (走访慰问): who was visited on what occasion, by whom, and what was brought in money and goods. Visits, people and households are
 * three figures; what was brought is counted with the value of the goods.
 */
export const visit = defineRecord({
  fields: {
    ...clientFields('慰问对象', '残疾人'),
    visitedOn: date({ headings: ['慰问日期', '走访日期'] }),
    occasion: choice(occasions, { headings: ['慰问时节', '节日'] }),
    visitors: text({ privacy: 'S2', max: 200, headings: ['慰问人', '走访人'] }),
    /** The office, enterprise or association in whose name they came. */
    organisation: optional(reference('organisations.organisation', { headings: ['慰问单位'] })),
    cash: optional(money({ headings: ['慰问金'] })),
    goods: optional(text({ max: 200, headings: ['慰问品'] })),
    goodsValue: optional(money({ headings: ['慰问品价值', '物资折款'] })),
    /** What the visit was worth: money and goods, in fen. */
    value: money({ isDerived: true }),
    budgetLine: optional(reference('funds.budgetLine')),
    situation: optional(multiline({ privacy: 'S2', max: 500, headings: ['家庭情况', '反映问题'] })),
  },
  scope: { from: 'person' },
  title: 'clientName',
  search: ['clientName'],
  list: {
    columns: ['clientName', 'visitedOn', 'occasion', 'visitors', 'cash', 'goods', 'value'],
    filters: ['person', 'occasion', 'organisation', 'budgetLine', 'visitedOn'],
    orders: ['visitedOn'],
    direction: 'descending',
  },
  sections: [
    {
      title: 'visit.section.visit',
      fields: ['person', 'visitedOn', 'occasion', 'visitors', 'organisation', 'situation'],
    },
    { title: 'visit.section.brought', fields: ['cash', 'goods', 'goodsValue', 'value', 'budgetLine'] },
  ],
})
