import { type Dimension, type Indicator, indicators } from '@opendpf/figures'
import { texts } from '@opendpf/messages'

const source: Dimension = { title: texts('资金来源', 'Source of money'), field: 'funds.fund.source' }
const money = { kind: 'flow', unit: 'fen', reading: 'sum', isPlacedAsListed: true, version: 1 } as const
const ofYear = texts('资金年度的第一天', 'The first day of the fund’s year')
const paid = texts('付款日期', 'The day of payment')
const ofExpenditure = {
  ...money,
  lists: 'funds.expenditure',
  dateField: 'paidOn',
  dateMeans: paid,
  dimensions: {
    source,
    recipientKind: { title: texts('支付对象', 'Kind of recipient'), field: 'funds.expenditure.recipientKind' },
  },
} as const satisfies Partial<Indicator>

/** What is told of money. What comes in and what goes out are two figures, and neither is ever made smaller by the other (收支两条线). */
export const fundIndicators = indicators({
  received: {
    ...money,
    lists: 'funds.receipt',
    dateField: 'receivedOn',
    title: texts('到账收入', 'Money received'),
    counts: texts('已收款的收入，作废的不计', 'Receipts whose money was taken, without those cancelled'),
    dateMeans: texts('收款日期', 'The day on which it was received'),
    dimensions: { source, kind: { title: texts('收入种类', 'Kind of receipt'), field: 'funds.receipt.kind' } },
  },
  budgeted: {
    ...money,
    periods: ['year'],
    isCountedInFull: true,
    lists: 'funds.budgetLine',
    title: texts('预算安排', 'Money budgeted'),
    counts: texts('该年度资金的预算项目金额', 'Amounts of the budget lines of the year’s funds'),
    dateMeans: ofYear,
    dimensions: { source },
  },
  spent: {
    ...ofExpenditure,
    title: texts('支出金额', 'Money spent'),
    counts: texts('已付款的支出', 'Expenditures that were paid'),
  },
  spentInYear: {
    ...ofExpenditure,
    title: texts('当年预算支出', 'Money spent of the year’s budget'),
    counts: texts('用付款当年的资金支付的支出', 'Expenditures paid from funds of the year in which they were paid'),
  },
  executionRate: {
    kind: 'flow',
    unit: 'percent',
    reading: 'ratio',
    periods: ['year'],
    title: texts('预算执行率', 'Share of the budget that is spent'),
    counts: texts('用当年资金支付的支出', 'Expenditures paid from funds of their year'),
    of: texts('当年资金的预算安排', 'Amounts of the budget lines of the year’s funds'),
    dateMeans: paid,
    part: 'spentInYear',
    whole: 'budgeted',
    direction: 'more',
    version: 1,
  },
})
