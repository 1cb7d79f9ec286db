import { choice, code, date, defineRecord, flag, money, multiline, optional, reference, text } from '@opendpf/kit'
import { benefitKinds } from './benefit-kinds.js'

/** What somebody draws from others for a time. Rules about overlapping benefits ask for it; what this system pays is told by programmes. */
export const benefit = defineRecord({
  fields: {
    person: reference('persons.person'),
    kind: code(benefitKinds, { privacy: 'S2', headings: ['待遇类别', '待遇'] }),
    since: date({ headings: ['开始日期', '享受起始日期'] }),
    until: optional(date({ headings: ['结束日期', '停发日期'] })),
    amount: optional(money({ privacy: 'S2', headings: ['月标准', '金额'] })),
    /** He states in writing that no care fee of work injury insurance is drawn beside it. */
    hasStatement: optional(flag({ headings: ['是否书面声明'] })),
    source: choice(
      ['declared', 'visit', 'civil-affairs', 'human-resources', 'veterans', 'medical-security', 'import'],
      {
        headings: ['来源', '数据来源'],
      },
    ),
    document: optional(text({ headings: ['文号', '证明材料'] })),
    remark: optional(multiline({ max: 500, headings: ['备注'] })),
  },
  scope: { from: 'person' },
  title: 'kind',
  list: {
    columns: ['person', 'kind', 'since', 'until', 'amount', 'source'],
    filters: ['kind', 'since', 'until', 'source'],
    orders: ['since'],
    direction: 'descending',
  },
})
