import { measures } from '@opendpf/figures/reading'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { surveyIndicators } from '../contract/indicators.js'

const isReached = sql`i.state in ('done', 'checked') and i.contact in ('visit', 'meeting', 'phone')`

/** Records with what was known of whoever was asked, on the day on which their campaign began. */
const people = (where: RawBuilder<unknown>) => sql`
  select i.person as unit, i.id as row, i.division, a.from_day as date, i.facts ->> 'category' as category,
    i.facts ->> 'grade' as grade, i.facts ->> 'sex' as sex, i.facts ->> 'residence' as residence, i.contact
  from surveys_interview i join surveys_assignment a on a.id = i.assignment where ${where}`

const villages = (where: RawBuilder<unknown>) => sql`
  select id as unit, id as row, division, from_day as date from surveys_village where ${where}`

const items = (value: RawBuilder<unknown>) => sql`
  select id as unit, id as row, division, rechecked_on as date, ${value} as value from surveys_recheck where state = 'done'`

const problems = (where: RawBuilder<unknown>) => sql`
  select id as unit, id as row, division, raised_on as date, category from surveys_problem where ${where}`

/** The rows behind the figures of surveys. */
export const surveyMeasures = measures(surveyIndicators, {
  listed: () => people(sql`true`),
  surveyed: () => people(isReached),
  visited: () => people(sql`i.state in ('done', 'checked') and i.contact = 'visit'`),
  lost: () => people(sql`i.state in ('done', 'checked') and i.contact in ('absent', 'refused', 'moved', 'dead')`),
  villagesListed: () => villages(sql`true`),
  villagesSurveyed: () => villages(sql`state in ('done', 'checked')`),
  comparedItems: () => items(sql`compared`),
  agreedItems: () => items(sql`agreed`),
  differingItems: () => items(sql`compared - agreed`),
  needsFound: () => sql`
    select id as unit, id as row, division, found_on as date, need_kind as need
    from surveys_proposal where change = 'needed' and state <> 'rejected'`,
  planned: () =>
    people(sql`${isReached} and exists (select from surveys_plan p where p.interview = i.id and p.state <> 'draft')`),
  problems: () => problems(sql`true`),
  problemsSolved: () => problems(sql`state = 'solved'`),
})
