import { type Indicator, indicators } from '@opendpf/figures'
import { texts } from '@opendpf/messages'

const flow = {
  kind: 'flow',
  version: 1,
  lists: 'payments.line',
  isPlacedAsListed: true,
  dimensions: { kind: { title: texts('当月或补发', 'Regular or arrears'), field: 'payments.line.kind' } },
} as const satisfies Partial<Indicator>
const onPayment = {
  ...flow,
  dateField: 'paidOn',
  dateMeans: texts('银行到账日期', 'The day on which the bank paid'),
} as const

/** What payments are counted by. Money is counted where the bank says that it arrived, never where it was granted. */
export const paymentIndicators = indicators({
  paidSum: {
    ...onPayment,
    title: texts('发放金额', 'Sum paid'),
    counts: texts('银行已经到账的金额，扣回的不计', 'What arrived at accounts, without what was kept back'),
    unit: 'fen',
    reading: 'sum',
  },
  personsPaid: {
    ...onPayment,
    title: texts('发放人数', 'Persons paid'),
    counts: texts('银行已经到账的人，每人只计一次', 'Persons whom money arrived at, each once'),
    unit: 'person',
    reading: 'distinct',
  },
  linesReturned: {
    ...flow,
    dateField: 'returnedOn',
    title: texts('退回笔数', 'Lines returned'),
    counts: texts('银行退回的明细，包括以后重新发放的', 'Lines that the bank gave back, also those paid anew since'),
    dateMeans: texts('登记银行结果的到账日期', 'The day of the bank’s result'),
    unit: 'item',
    reading: 'count',
    direction: 'less',
  },
  overdueBatches: {
    kind: 'stock',
    version: 1,
    lists: 'payments.batch',
    isPlacedAsListed: true,
    title: texts('逾期未发放的批次', 'Overdue batches'),
    counts: texts(
      '过了应发放日期还没有送银行的批次，作废的不计',
      'Batches that were due and had not gone to the bank, without those that were dropped',
    ),
    dateMeans: texts('应发放日期和送银行日期', 'The day they were due, and that on which they went to the bank'),
    unit: 'item',
    reading: 'count',
    direction: 'less',
  },
})
