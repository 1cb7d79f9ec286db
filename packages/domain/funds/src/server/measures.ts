import { measures } from '@opendpf/figures/reading'
import { type RawBuilder, sql } from 'kysely'
import { fundIndicators } from '../contract/indicators.js'

const paid = (where: RawBuilder<unknown>) => sql`
  select e.id as unit, e.id as row, e.division, e.paid_on as date, e.amount as value, f.source, e.recipient_kind as "recipientKind"
  from funds_expenditure e join funds_budget_line b on b.id = e.budget_line join funds_fund f on f.id = b.fund
  where e.state = 'paid' and ${where}`

/** The rows behind the figures of money. */
export const fundMeasures = measures(fundIndicators, {
  received: () => sql`
    select r.id as unit, r.id as row, r.division, r.received_on as date, r.amount as value, f.source, r.kind
    from funds_receipt r join funds_fund f on f.id = r.fund where r.state = 'received'`,
  budgeted: () => sql`
    select b.id as unit, b.id as row, b.division, make_date(f.year::int, 1, 1) as date, b.amount as value, f.source
    from funds_budget_line b join funds_fund f on f.id = b.fund`,
  spent: () => paid(sql`true`),
  spentInYear: () => paid(sql`extract(year from e.paid_on) = f.year`),
})
