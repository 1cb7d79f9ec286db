import {
  choice,
  code,
  date,
  defineRecord,
  division,
  flag,
  multiline,
  name,
  number,
  optional,
  reference,
  text,
  whole,
} from '@opendpf/kit'
import { familyRelations } from '@opendpf/standards'

/** Economic state of a household, as Civil Affairs (民政) and the rural affairs office record it; each is decided there, not here. */
export const economicStates = [
  'ordinary',
  'allowance',
  'extremely-poor',
  'allowance-margin',
  'rigid-expenditure',
  'poor-monitored',
] as const

/**
 * A household. Its head, its size and the marks that programmes ask for (一户多残, 以老养残 …) follow from its current members and are
 * kept up to date with them.
 */
export const household = defineRecord({
  fields: {
    headName: name({ headings: ['户主', '户主姓名'] }),
    bookNumber: optional(text({ privacy: 'S3', storage: 'exact', max: 30, headings: ['户号', '户口簿号', '户编号'] })),
    division: division({ headings: ['所在村（社区）', '所在地', '区划代码'] }),
    address: optional(text({ privacy: 'S2', storage: 'sealed', max: 200, headings: ['家庭地址', '家庭住址', '住址'] })),
    phone: optional(number('phone', { privacy: 'S2', headings: ['联系电话', '户主电话'] })),
    economicState: optional(
      choice(economicStates, { privacy: 'S2', headings: ['家庭经济状况', '经济状况', '困难类型'] }),
    ),
    housing: optional(
      choice(['own', 'rented', 'public-rental', 'borrowed', 'collective', 'none'], {
        headings: ['住房情况', '住房性质'],
      }),
    ),
    isDilapidated: optional(flag({ headings: ['是否危房', '危房'] })),
    remark: optional(multiline({ max: 500, headings: ['备注'] })),

    head: optional(reference('persons.person', { isDerived: true })),
    memberCount: optional(whole({ isDerived: true, max: 100 })),
    certifiedCount: optional(whole({ isDerived: true, max: 100 })),
    isMultiDisabled: optional(flag({ isDerived: true })),
    hasSevere: optional(flag({ isDerived: true })),
    isAgedCaring: optional(flag({ isDerived: true })),
    hasStudent: optional(flag({ isDerived: true })),
    endedOn: optional(date({ isDerived: true })),
  },
  scope: 'division',
  title: 'headName',
  search: ['headName'],
  list: {
    columns: [
      'headName',
      'division',
      'memberCount',
      'certifiedCount',
      'economicState',
      'isMultiDisabled',
      'isAgedCaring',
    ],
    filters: [
      'economicState',
      'housing',
      'isDilapidated',
      'certifiedCount',
      'isMultiDisabled',
      'hasSevere',
      'isAgedCaring',
      'hasStudent',
      'endedOn',
    ],
    orders: ['headName'],
    isQuiet: true,
  },
  sections: [
    {
      title: 'household.section.household',
      fields: ['headName', 'head', 'bookNumber', 'division', 'address', 'phone'],
    },
    { title: 'household.section.state', fields: ['economicState', 'housing', 'isDilapidated', 'remark'] },
    {
      title: 'household.section.marks',
      fields: [
        'memberCount',
        'certifiedCount',
        'isMultiDisabled',
        'hasSevere',
        'isAgedCaring',
        'hasStudent',
        'endedOn',
      ],
    },
  ],
})

/**
 * Who belongs to a household, and from when to when. A person has one current membership; a household with members has exactly one
 * current head (relation `01`).
 */
export const member = defineRecord({
  fields: {
    household: reference('persons.household'),
    person: reference('persons.person', { onMerge: 'keep-one' }),
    relation: code(familyRelations, { headings: ['与户主关系'] }),
    since: date({ headings: ['入户日期'] }),
    until: optional(date({ headings: ['离户日期'] })),
  },
  scope: { from: 'household' },
  title: 'person',
  list: {
    columns: ['person', 'relation', 'since', 'until'],
    filters: ['person', 'relation', 'until'],
    orders: ['since'],
  },
})
