import { measures, personColumns } from '@opendpf/figures/reading'
import { type RawBuilder, sql } from 'kysely'
import { grantIndicators } from '../../contract/figures/grant-indicators.js'
import { householdOn } from './household-on.js'

const own = 'poverty-relief.'
const pass = `${own}busPass`

/** What figures about a person are broken down by, as his certificate was on a day. */
const person = (on: RawBuilder<unknown>) => personColumns(on, { category: sql`c.category`, grade: sql`c.grade` })

/** The person of a row, and the certificate that he had on a day. */
const ofPerson = (id: RawBuilder<unknown>, on: RawBuilder<unknown>) => sql`
  join persons_person p on p.id = ${id}
  left join lateral (
    select category, grade from certificates_certificate where person = p.id and issue_date <= ${on}
    order by issue_date desc, id desc limit 1
  ) c on true`

/** The own name of a programme of this line. */
const programme = (name: RawBuilder<unknown>) => sql`substr(${name}, ${own.length + 1}::int)`

const payments = (unit: RawBuilder<unknown>) => sql`
  select ${unit} as unit, l.id as row, l.division, l.paid_on as date, l.net as value,
    ${programme(sql`l.programme`)} as programme, ${person(sql`l.paid_on`)}
  from payments_line l ${ofPerson(sql`l.person`, sql`l.paid_on`)}
  where l.state = 'paid' and starts_with(l.programme, ${own})`

/** Who receives in the month of a day, paused or not. */
const enrolments = (at: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`
  select e.person as unit, e.id as row, e.division, ${at} as date, ${programme(sql`e.programme`)} as programme, ${person(at)}
  from programmes_enrolment e ${ofPerson(sql`e.person`, at)}
  where ${where} and e.from_month <= to_char(${at}, 'YYYY-MM')
    and (e.last_month is null or e.last_month >= to_char(${at}, 'YYYY-MM'))`

const reliefs = (unit: RawBuilder<unknown>) => sql`
  select ${unit} as unit, a.id as row, a.division, a.decided_on as date, a.amount as value, ${person(sql`a.decided_on`)}
  from programmes_application a ${ofPerson(sql`a.person`, sql`a.decided_on`)}
  where a.programme = ${`${own}temporaryRelief`} and a.state in ('approved', 'granted')`

/** The rows behind the figures of what the line grants. */
export const grantMeasures = measures(grantIndicators, {
  recipients: ({ at }) => enrolments(at, sql`starts_with(e.programme, ${own}) and e.programme <> ${pass}`),
  busPasses: ({ at }) => enrolments(at, sql`e.programme = ${pass}`),
  grantsPaidPersons: () => payments(sql`l.person`),
  grantsPaid: () => payments(sql`l.id`),
  reliefCases: () => reliefs(sql`a.id`),
  reliefHouseholds: () => reliefs(householdOn(sql`a.person`, sql`a.decided_on`)),
  reliefSum: () => reliefs(sql`a.id`),
})
