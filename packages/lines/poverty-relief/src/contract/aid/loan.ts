import { choice, date, defineRecord, money, optional, reference, text } from '@opendpf/kit'
import { clientFields } from '@opendpf/persons'

/** A loan whose interest is paid for somebody (康复扶贫贴息贷款): asked for, lent by a bank, and paid back. The bank decides; what is kept is what it did. */
export const loan = defineRecord({
  fields: {
    ...clientFields('借款人', '残疾人'),
    purpose: text({ privacy: 'S2', max: 200, headings: ['贷款用途'] }),
    askedOn: date({ headings: ['申请日期'] }),
    bank: optional(text({ max: 100, headings: ['贷款银行'] })),
    /** What was lent, in fen. */
    principal: optional(money({ min: 1, headings: ['贷款金额'] })),
    lentOn: optional(date({ headings: ['放款日期'] })),
    dueOn: optional(date({ headings: ['到期日期'] })),
    /** Interest that was paid for the person so far, in fen. */
    interestPaid: optional(money({ headings: ['已贴息金额'] })),
    budgetLine: optional(reference('funds.budgetLine')),
    repaidOn: optional(date({ headings: ['还清日期'] })),
    refuseReason: optional(text({ privacy: 'S2', max: 500 })),
    state: choice(['asked', 'lent', 'repaid', 'refused']),
  },
  scope: { from: 'person' },
  title: 'clientName',
  search: ['clientName'],
  list: {
    columns: ['clientName', 'askedOn', 'bank', 'principal', 'lentOn', 'dueOn', 'interestPaid', 'state'],
    filters: ['person', 'state', 'budgetLine', 'askedOn', 'lentOn', 'dueOn', 'repaidOn'],
    orders: ['askedOn', 'dueOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'asked',
    final: ['repaid', 'refused'],
    transitions: {
      lend: { from: 'asked', to: 'lent', requires: ['bank', 'principal', 'lentOn', 'dueOn'] },
      refuse: { from: 'asked', to: 'refused', requires: ['refuseReason'] },
      repay: { from: 'lent', to: 'repaid', requires: ['repaidOn'] },
    },
    waits: {
      asked: { owner: 'county', clock: null, escape: 'lend' },
      lent: { owner: 'county', clock: null, escape: 'repay' },
    },
  },
})
