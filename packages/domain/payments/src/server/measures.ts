import { measures } from '@opendpf/figures/reading'
import { sql } from 'kysely'
import { paymentIndicators } from '../contract/indicators.js'

const paid = (unit: 'row' | 'person') => () => ({
  unit,
  rows: sql`
    select l.person, l.id as row, l.division, l.paid_on as date, l.kind, l.net as value from payments_line l where l.state = 'paid'`,
})

/** The rows behind the figures of payments. */
export const paymentMeasures = measures(paymentIndicators, {
  paidSum: paid('row'),
  personsPaid: paid('person'),
  linesReturned: () => sql`
    select l.id as unit, l.id as row, l.division, l.returned_on as date, l.kind from payments_line l where l.returned_on is not null`,
  overdueBatches: ({ at }) => sql`
    select b.id as unit, b.id as row, b.division, b.due_on as date from payments_batch b
    where b.due_on < ${at} and (b.sent_on is null or b.sent_on > ${at}) and b.state <> 'dropped'`,
})
