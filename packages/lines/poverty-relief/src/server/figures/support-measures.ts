import { measures, peopleRows } from '@opendpf/figures/reading'
import { type RawBuilder, sql } from 'kysely'
import { supportIndicators } from '../../contract/figures/support-indicators.js'

type Part = RawBuilder<unknown>

const referrals = (where: Part) => () =>
  peopleRows({ table: 'poverty_relief_referral', unit: 'row', on: sql`t.sent_on`, where, more: sql`t.matter` })

const yesOrNo = (mark: Part) => sql`case when ${mark} then 'yes' else 'no' end`

/** Households with a mark at least. */
const marked = (at: Part, where: Part = sql`true`) => sql`
  select h.id as unit, h.id as row, h.division, ${at} as date, ${yesOrNo(sql`h.has_severe`)} as severe,
    ${yesOrNo(sql`h.is_multi_disabled`)} as "multiDisabled", ${yesOrNo(sql`h.is_aged_caring`)} as "agedCaring"
  from persons_household h
  where (h.has_severe or h.is_multi_disabled or h.is_aged_caring) and (h.ended_on is null or h.ended_on > ${at}) and ${where}`

/** A member of the household receives something of the line in the month of the day; a ride that is free is no money. */
const isCovered = (at: Part) => sql`exists (
  select from persons_member m join programmes_enrolment e on e.person = m.person
  where m.household = h.id and m.since <= ${at} and (m.until is null or m.until > ${at})
    and starts_with(e.programme, 'poverty-relief.') and e.programme <> 'poverty-relief.busPass'
    and e.from_month <= to_char(${at}, 'YYYY-MM') and (e.last_month is null or e.last_month >= to_char(${at}, 'YYYY-MM')))`

const donations = () => sql`
  select r.id as unit, r.id as row, r.division, r.received_on as date, r.amount as value,
    case when r.payer is null then 'person' else 'organisation' end as donor
  from funds_receipt r where r.kind = 'donation' and r.state = 'received'`

/** The rows behind the figures of what others do, and of households of special kinds. */
export const supportMeasures = measures(supportIndicators, {
  referrals: referrals(sql`t.state <> 'withdrawn'`),
  referralsAnswered: referrals(sql`t.state = 'answered'`),
  specialHouseholds: ({ at }) => marked(at),
  specialHouseholdsCovered: ({ at }) => marked(at, isCovered(at)),
  donations,
  donationSum: donations,
})
