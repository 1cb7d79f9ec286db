import { choice, date, defineRecord, multiline, optional, reference, text } from '@opendpf/kit'

/** What a person can be for a time. Which of them entitles to what is a rule of a programme, not of the register. */
export const statusKinds = [
  'allowance',
  'extremely-poor',
  'allowance-margin',
  'rigid-expenditure',
  'poor-monitored',
  'severe',
  'care-needed',
  'orphan',
  'employed',
  'job-seeking',
  'enrolled',
  'away',
  'illness-burden',
  'schooling-hardship',
] as const

export type StatusKind = (typeof statusKinds)[number]

/** A state of a person with its period and where it is known from. Periods of one kind of one person do not overlap. */
export const status = defineRecord({
  fields: {
    person: reference('persons.person'),
    kind: choice(statusKinds, { privacy: 'S2', headings: ['状态', '人员状态'] }),
    since: date({ headings: ['开始日期', '起始日期', '认定日期'] }),
    until: optional(date({ headings: ['结束日期', '终止日期'] })),
    source: choice(
      [
        'declared',
        'visit',
        'survey',
        'civil-affairs',
        'rural-affairs',
        'education',
        'human-resources',
        'import',
        'other',
      ],
      {
        headings: ['来源', '数据来源'],
      },
    ),
    document: optional(text({ headings: ['文号', '证明材料', '证件编号'] })),
    remark: optional(multiline({ max: 500, headings: ['备注'] })),
  },
  scope: { from: 'person' },
  title: 'kind',
  list: {
    columns: ['person', 'kind', 'since', 'until', 'source'],
    filters: ['kind', 'since', 'until', 'source'],
    orders: ['since'],
    direction: 'descending',
  },
})
