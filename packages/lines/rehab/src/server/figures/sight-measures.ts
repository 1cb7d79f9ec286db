import { measures } from '@opendpf/figures/reading'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { sightIndicators } from '../../contract/figures/sight-indicators.js'
import { sightedAcuities } from '../../contract/sight/acuities.js'
import { type PeopleAsked, people } from './people.js'

type Part = RawBuilder<unknown>

const cataracts = (on: Part, where: Part, unit: PeopleAsked['unit'] = 'person') =>
  people({
    table: 'rehab_cataract',
    by: 'person',
    unit,
    on,
    where,
    more: sql`t.found_by as "foundBy", t.is_free as free`,
  })

/** Those found by a day and not taken out by then; of them the others are parts. */
const found = (at: Part, where: Part) =>
  cataracts(at, sql`t.found_on <= ${at} and (t.excluded_on is null or t.excluded_on > ${at}) and ${where}`)
const operatedBy = (at: Part) => sql`t.operated_on <= ${at}`
const followedBy = (at: Part) => sql`t.followed_on <= ${at}`
const sighted = sql.join(sightedAcuities.map((acuity) => sql.lit(acuity)))
const operatedOn = sql`t.operated_on`

const areas = (at: Part, value: Part, where: Part) => sql`
  select t.id as unit, t.id as row, t.division, ${at} as date, ${value} as value, t.scheme, t.accepted_by as "acceptedBy"
  from rehab_area t where t.started_on <= ${at} and ${where}`

/** The rows behind the figures of cataracts and areas. */
export const sightMeasures = measures(sightIndicators, {
  cataractFound: ({ at }) => found(at, sql`true`),
  cataractOperated: ({ at }) => found(at, operatedBy(at)),
  cataractOperatedFree: ({ at }) => found(at, sql`${operatedBy(at)} and t.is_free`),
  cataractFollowed: ({ at }) => found(at, followedBy(at)),
  cataractSighted: ({ at }) => found(at, sql`${followedBy(at)} and t.acuity_after in (${sighted})`),
  cataractSurgeries: () => cataracts(operatedOn, sql`t.operated_on is not null`, 'row'),
  cataractPersons: () => cataracts(operatedOn, sql`t.operated_on is not null`),
  areasAccepted: ({ at }) => areas(at, sql`1`, sql`t.accepted_on <= ${at}`),
  areaItems: ({ at }) => areas(at, sql`t.items`, sql`t.items is not null and t.items_met is not null`),
  areaItemsMet: ({ at }) => areas(at, sql`t.items_met`, sql`t.items is not null and t.items_met is not null`),
})
