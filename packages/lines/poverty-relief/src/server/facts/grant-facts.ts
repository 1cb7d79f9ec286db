import { facts } from '@opendpf/eligibility/asking'
import { sql } from 'kysely'

const relief = 'poverty-relief.temporaryRelief'
const own = 'poverty-relief.'

/** Where the facts of this line stand: what its programmes grant. */
export const grantFactSources = facts({
  groups: {
    /** Which programmes of the line somebody draws on a day; a pause is no end. */
    programmes: ({ receives }) => sql`
      select drawn.subject, jsonb_agg(jsonb_build_object('programme', drawn.programme)) as programmes
      from (select subject, substr(scheme, ${own.length + 1}::int) as programme from ${receives} as told
          where starts_with(scheme, ${own})) as drawn
      group by drawn.subject`,

    /**
     * The full months since the last relief of the household, with those of everybody who lives in it on the day; without a household, of the
     * person alone.
     */
    relief: ({ date }) => sql`
      select relieved.subject, min(relieved.months) as "monthsSinceRelief"
      from (
        select a.person as subject, ${monthsTo(date)} as months from programmes_application a where ${isRelief(date)}
        union all
        select m.person, ${monthsTo(date)} from programmes_application a
          join persons_member o on o.person = a.person and ${livesThere('o', date)}
          join persons_member m on m.household = o.household and ${livesThere('m', date)}
        where ${isRelief(date)}
      ) as relieved
      group by relieved.subject`,
  },
})

type Day = Parameters<NonNullable<NonNullable<typeof grantFactSources.groups>[string]>>[0]['date']

const isRelief = (date: Day) =>
  sql`a.programme = ${relief} and a.state in ('approved', 'granted') and a.decided_on <= ${date}`

const monthsTo = (date: Day) =>
  sql`(extract(year from age(${date}, a.decided_on)) * 12 + extract(month from age(${date}, a.decided_on)))::int`

const livesThere = (member: 'o' | 'm', date: Day) =>
  sql`${sql.ref(`${member}.since`)} <= ${date} and (${sql.ref(`${member}.until`)} is null or ${sql.ref(`${member}.until`)} > ${date})`
