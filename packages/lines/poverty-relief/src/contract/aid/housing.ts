import {
  attachments,
  choice,
  date,
  defineRecord,
  money,
  multiline,
  optional,
  reference,
  text,
  year,
} from '@opendpf/kit'
import { clientFields } from '@opendpf/persons'

/**
 * The house of a poor household with a disabled member (住房状况和危房改造): surveyed, put on a year's list by its danger, built or repaired, accepted by
 * somebody else than whoever entered it. The housing department decides about its own grant; what is kept of that is the sum.
 */
export const housing = defineRecord({
  fields: {
    ...clientFields('残疾人', '户主'),
    household: optional(reference('persons.household')),
    surveyedOn: date({ headings: ['调查日期'] }),
    /** 无房、C级、D级危房, or safe. */
    condition: choice(['none', 'grade-c', 'grade-d', 'safe'], { headings: ['住房状况', '危房等级'] }),
    planYear: optional(year({ headings: ['列入年度'] })),
    way: optional(choice(['rebuild', 'repair', 'buy', 'resettle'], { headings: ['改造方式'] })),
    startedOn: optional(date({ headings: ['开工日期'] })),
    acceptedOn: optional(date({ headings: ['验收日期'] })),
    /** Aid of the federation, in fen. */
    aid: optional(money({ headings: ['残联补助'] })),
    /** What the housing department grants, in fen. */
    departmentGrant: optional(money({ headings: ['住建补助'] })),
    budgetLine: optional(reference('funds.budgetLine')),
    pictures: optional(attachments({ privacy: 'S3' })),
    dropReason: optional(text({ privacy: 'S2', max: 500 })),
    note: optional(multiline({ privacy: 'S2', max: 500, headings: ['备注'] })),
    state: choice(['surveyed', 'planned', 'building', 'accepted', 'dropped']),
  },
  scope: { from: 'person' },
  title: 'clientName',
  search: ['clientName'],
  list: {
    columns: ['clientName', 'condition', 'surveyedOn', 'planYear', 'way', 'aid', 'acceptedOn', 'state'],
    filters: [
      'person',
      'household',
      'condition',
      'way',
      'planYear',
      'state',
      'budgetLine',
      'surveyedOn',
      'startedOn',
      'acceptedOn',
    ],
    orders: ['surveyedOn'],
    direction: 'descending',
  },
  sections: [
    { title: 'housing.section.survey', fields: ['person', 'household', 'surveyedOn', 'condition'] },
    { title: 'housing.section.work', fields: ['planYear', 'way', 'startedOn', 'acceptedOn', 'pictures', 'note'] },
    { title: 'housing.section.money', fields: ['aid', 'departmentGrant', 'budgetLine'] },
  ],
  workflow: {
    field: 'state',
    initial: 'surveyed',
    final: ['accepted', 'dropped'],
    transitions: {
      plan: { from: 'surveyed', to: 'planned', requires: ['planYear', 'way'], guards: ['isUnsafe'] },
      start: { from: 'planned', to: 'building', requires: ['startedOn', 'aid'] },
      accept: { from: 'building', to: 'accepted', requires: ['acceptedOn'], notBy: ['create'] },
      drop: { from: ['surveyed', 'planned'], to: 'dropped', requires: ['dropReason'] },
    },
    waits: {
      surveyed: { owner: 'county', clock: null, escape: 'plan' },
      planned: { owner: 'county', clock: null, escape: 'start' },
      building: { owner: 'county', clock: null, escape: 'accept' },
    },
  },
})
