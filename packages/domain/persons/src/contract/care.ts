import {
  choice,
  code,
  date,
  defineRecord,
  flag,
  multiline,
  name,
  number,
  optional,
  reference,
  text,
} from '@opendpf/kit'
import { familyRelations } from '@opendpf/standards'

/** Who acts for a person: of everybody under 18, and of adults who cannot act for themselves (民法典第 27、28 条). */
export const guardian = defineRecord({
  fields: {
    person: reference('persons.person'),
    name: name({ privacy: 'S3', isOpen: true, headings: ['监护人', '监护人姓名'] }),
    guardianPerson: optional(reference('persons.person')),
    relation: code(familyRelations, { headings: ['与残疾人关系', '监护人关系', '关系'] }),
    phone: optional(number('phone', { privacy: 'S3', headings: ['监护人电话', '监护人联系电话'] })),
    basis: optional(choice(['statutory', 'agreed', 'appointed', 'organisation'], { headings: ['监护方式'] })),
    since: date({ headings: ['监护开始日期'] }),
    until: optional(date({ headings: ['监护结束日期'] })),
    remark: optional(multiline({ max: 500 })),
  },
  scope: { from: 'person' },
  title: 'name',
  search: ['name'],
  list: {
    columns: ['person', 'name', 'relation', 'phone', 'since', 'until'],
    filters: ['relation', 'until'],
    orders: ['since'],
  },
})

/** What can be needed. */
export const needKinds = [
  'rehabilitation',
  'device',
  'care',
  'employment',
  'training',
  'education',
  'relief',
  'home-retrofit',
  'legal-aid',
  'culture',
  'other',
] as const

/** What a person needs, as found by a visit or a survey, until a service meets it. */
export const need = defineRecord({
  fields: {
    person: reference('persons.person'),
    kind: choice(needKinds, { headings: ['需求类别', '需求'] }),
    level: choice(['urgent', 'ordinary'], { headings: ['迫切程度'] }),
    raisedOn: date({ headings: ['提出日期', '登记日期'] }),
    detail: optional(multiline({ privacy: 'S2', max: 500, headings: ['需求说明', '具体需求'] })),
    state: choice(['open', 'met', 'closed']),
    metOn: optional(date()),
    outcome: optional(multiline({ privacy: 'S2', max: 500 })),
  },
  scope: { from: 'person' },
  title: 'kind',
  list: {
    columns: ['person', 'kind', 'level', 'raisedOn', 'state'],
    filters: ['kind', 'level', 'raisedOn', 'state'],
    orders: ['raisedOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'open',
    final: ['met', 'closed'],
    transitions: {
      meet: { from: 'open', to: 'met', requires: ['metOn'] },
      close: { from: 'open', to: 'closed', requires: ['outcome'] },
    },
    // the law gives a need no period; a programme that answers it has one of its own
    waits: { open: { owner: 'town', clock: null, escape: 'meet' } },
  },
})

/**
 * A bank account to pay to. One account of a person is the default. It is in the holder's own name; another name needs the reason
 * (a guardian, for instance), because money paid to a third party is what audits ask about first.
 */
export const account = defineRecord({
  fields: {
    person: reference('persons.person'),
    bank: text({ headings: ['开户银行', '开户行', '银行名称'] }),
    number: number('bank-account', { headings: ['银行账号', '银行卡号', '账号', '社保卡账号'] }),
    holderName: name({ headings: ['户名', '开户人', '账户名'] }),
    thirdPartyReason: optional(text({ privacy: 'S2', max: 200, headings: ['非本人账户原因'] })),
    isDefault: optional(flag({ headings: ['是否默认', '默认账户'] })),
    closedOn: optional(date({ headings: ['停用日期'] })),
  },
  scope: { from: 'person' },
  title: 'bank',
  list: {
    columns: ['person', 'bank', 'number', 'holderName', 'isDefault', 'closedOn'],
    filters: ['isDefault', 'closedOn'],
    orders: ['bank'],
  },
})
