import {
  choice,
  date,
  defineRecord,
  division,
  flag,
  money,
  multiline,
  name,
  number,
  optional,
  reference,
  text,
  whole,
  year,
} from '@opendpf/kit'

/** Kinds of post in the federation's network. */
export const postKinds = [
  'chair',
  'vice-chair',
  'executive-secretary',
  'full-time-officer',
  'commissioner',
  'association-chair',
  'association-member',
  'staff',
  'volunteer-leader',
] as const

export type PostKind = (typeof postKinds)[number]

/** A post of an organisation. `seats` is how many can hold it at once; a single post has one. */
export const post = defineRecord({
  fields: {
    organisation: reference('organisations.organisation'),
    name: name({ privacy: 'S1', headings: ['岗位名称', '职务', '岗位'] }),
    kind: choice(postKinds, { headings: ['岗位类别', '职务类别'] }),
    seats: optional(whole({ min: 1, max: 1000, headings: ['编制数', '岗位数'] })),
    isPartTime: optional(flag({ headings: ['是否兼职'] })),
    since: optional(date({ headings: ['设立日期'] })),
    until: optional(date({ headings: ['撤销日期'] })),
    remark: optional(multiline({ max: 500 })),
  },
  scope: { from: 'organisation' },
  title: 'name',
  search: ['name'],
  list: {
    columns: ['name', 'kind', 'organisation', 'seats', 'since', 'until'],
    filters: ['kind', 'isPartTime', 'until'],
    orders: ['name'],
  },
})

/** Who holds a post, and from when to when. A holder need not stand in the register of persons. */
export const holder = defineRecord({
  fields: {
    post: reference('organisations.post'),
    name: name({ headings: ['姓名', '任职人员'] }),
    person: optional(reference('persons.person')),
    phone: optional(number('phone', { privacy: 'S2', headings: ['联系电话', '电话'] })),
    isDisabled: optional(flag({ headings: ['是否残疾人', '是否持证残疾人'] })),
    since: date({ headings: ['任职日期', '聘任日期', '任职时间'] }),
    until: optional(date({ headings: ['离任日期', '离职日期'] })),
    /** Each month, in fen. */
    allowance: optional(money({ privacy: 'S2', headings: ['月补贴', '补贴标准', '每月补贴（元）'] })),
    document: optional(text({ headings: ['任命文号', '聘任文号'] })),
    leaveReason: optional(
      choice(['term', 'resigned', 'moved', 'retired', 'dismissed', 'deceased', 'other'], { headings: ['离任原因'] }),
    ),
    remark: optional(multiline({ max: 500, headings: ['备注'] })),
  },
  scope: { from: 'post' },
  title: 'name',
  search: ['name'],
  list: {
    columns: ['name', 'post', 'phone', 'since', 'until', 'allowance'],
    filters: ['isDisabled', 'since', 'until', 'leaveReason'],
    orders: ['name', 'since'],
  },
})

/** What a year's assessment said of somebody who holds a post. */
export const appraisal = defineRecord({
  fields: {
    holder: reference('organisations.holder'),
    year: year({ min: 1988, max: 2200, headings: ['考核年度', '年度'] }),
    result: choice(['excellent', 'good', 'qualified', 'unqualified'], { headings: ['考核结果', '考核等次'] }),
    assessedOn: optional(date({ headings: ['考核日期'] })),
    remark: optional(multiline({ max: 500, headings: ['备注'] })),
  },
  scope: { from: 'holder' },
  title: 'year',
  list: {
    columns: ['holder', 'year', 'result', 'assessedOn'],
    filters: ['year', 'result'],
    orders: ['year'],
    direction: 'descending',
  },
})

/**
 * How many commissioners a village or town has, and what they are paid: each place's own rule, dated, with the document it stands in.
 * A village takes the rule of the nearest division above it whose range of holders fits.
 */
export const staffingRule = defineRecord({
  fields: {
    division: division({ headings: ['适用地区'] }),
    kind: choice(postKinds, { headings: ['岗位类别'] }),
    level: choice(['town', 'village'], { headings: ['适用层级'] }),
    holdersFrom: whole({ headings: ['持证人数下限'] }),
    holdersTo: optional(whole({ headings: ['持证人数上限'] })),
    seats: whole({ max: 100, headings: ['配备人数'] }),
    /** Each month, in fen. */
    allowance: optional(money({ headings: ['月补贴标准（元）', '补贴标准'] })),
    since: date({ headings: ['执行日期', '生效日期'] }),
    until: optional(date({ headings: ['废止日期', '失效日期'] })),
    document: text({ headings: ['依据文号', '文号'] }),
  },
  scope: 'division',
  title: 'document',
  list: {
    columns: [
      'division',
      'kind',
      'level',
      'holdersFrom',
      'holdersTo',
      'seats',
      'allowance',
      'since',
      'until',
      'document',
    ],
    filters: ['kind', 'level', 'since', 'until'],
    orders: ['since'],
    direction: 'descending',
  },
})
