import { payeesBy } from '@opendpf/payments/paying'
import { isPaidAlready } from '../cycle/kept-money.js'

/**
 * Whom payments will be told to pay: who is enrolled in a programme that the county pays out of a budget line, and has not been granted all of
 * it. One who has no account is found before his first cycle.
 */
export const enrolled = payeesBy(`
  select e.person from programmes_enrolment e where e.state = 'active'
    and exists (
      select from programmes_offer o
      where o.programme = e.programme and o.state = 'open' and o.budget_line is not null and left(o.region, 6) = e.county
    )
    and (e.last_month is null or not exists (
      select from programmes_entitlement t where t.enrolment = e.id and t.month >= e.last_month
    ) and not ${isPaidAlready})`)
