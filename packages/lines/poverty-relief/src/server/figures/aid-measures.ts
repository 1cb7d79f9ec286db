import { measures, peopleRows } from '@opendpf/figures/reading'
import { type RawBuilder, sql } from 'kysely'
import { aidIndicators } from '../../contract/figures/aid-indicators.js'
import { householdOn } from './household-on.js'

type Part = RawBuilder<unknown>
type Unit = 'row' | 'person' | 'household' | 'base'

const inHousehold = (day: Part) => sql`${householdOn(sql`t.person`, day)} as household`

const visitedOn = sql`t.visited_on`
const visits = (unit: Unit) => () =>
  peopleRows({
    table: 'poverty_relief_visit',
    unit,
    on: visitedOn,
    more: sql`t.value, t.occasion, ${inHousehold(visitedOn)}`,
  })

const poor = (on: Part, where: Part, unit: Unit = 'person') =>
  peopleRows({
    table: 'poverty_relief_poor_entry',
    unit,
    on,
    where,
    more: sql`t.kind, t.cause, t.entry, ${inHousehold(on)}`,
  })
const isOut = sql`t.left_on is not null and t.leave_reason in ('risk-gone', 'income')`

const supports = (unit: Unit, on: Part = sql`t.issued_on`, where: Part = sql`true`) =>
  peopleRows({
    table: 'poverty_relief_support',
    unit,
    on,
    where,
    more: sql`t.base, t.amount as value, t.project, t.form, t.role`,
  })

const loans = (on: Part, where: Part) =>
  peopleRows({ table: 'poverty_relief_loan', unit: 'row', on, where, more: sql`t.principal as value` })
const isLent = sql`t.lent_on is not null`

const houses = (unit: Unit, on: Part, where: Part) =>
  peopleRows({
    table: 'poverty_relief_housing',
    unit,
    on,
    where,
    more: sql`t.aid as value, t.condition, t.way, coalesce(t.household, t.person) as household`,
  })
const isAccepted = sql`t.state = 'accepted'`

const pairings = (unit: Unit, at: Part) =>
  peopleRows({
    table: 'poverty_relief_pairing',
    unit,
    on: at,
    where: sql`t.since <= ${at} and (t.until is null or t.until > ${at})`,
    more: sql`t.helper_kind as "helperKind", ${inHousehold(at)}`,
  })

const helps = (where: Part = sql`true`) =>
  peopleRows({
    table: 'poverty_relief_help',
    unit: 'row',
    on: sql`t.helped_on`,
    where,
    join: sql`join poverty_relief_pairing g on g.id = t.pairing join persons_person p on p.id = g.person`,
    more: sql`t.amount as value, t.kind`,
  })

/** The rows behind the figures of aid that is not a programme. */
export const aidMeasures = measures(aidIndicators, {
  visits: visits('row'),
  visitedPersons: visits('person'),
  visitedHouseholds: visits('household'),
  visitedSum: visits('row'),
  poorListed: ({ at }) => poor(at, sql`t.listed_on <= ${at} and (t.left_on is null or t.left_on > ${at})`),
  poorWatched: ({ at }) => poor(at, sql`t.left_on <= ${at} and (t.closed_on is null or t.closed_on > ${at})`),
  poorEntered: () => poor(sql`t.listed_on`, sql`t.listed_on is not null`),
  poorLeft: () => poor(sql`t.left_on`, isOut),
  poorHouseholdsLeft: () => poor(sql`t.left_on`, isOut, 'household'),
  poorFallenBack: () => poor(sql`t.listed_on`, sql`t.listed_on is not null and t.entry = 'fall-back'`),
  supportedPersons: () => supports('person'),
  supports: () => supports('row'),
  supportBases: () => supports('base', sql`t.issued_on`, sql`t.base is not null`),
  supportSum: () => supports('row'),
  supportedLifted: () => supports('person', sql`t.checked_on`, sql`t.state = 'checked' and t.outcome = 'lifted'`),
  loansLent: () => loans(sql`t.lent_on`, isLent),
  loansSum: () => loans(sql`t.lent_on`, isLent),
  loansOpen: ({ at }) => loans(at, sql`t.lent_on <= ${at} and (t.repaid_on is null or t.repaid_on > ${at})`),
  housesDone: () => houses('row', sql`t.accepted_on`, isAccepted),
  housesDoneSoFar: ({ at }) => houses('household', at, sql`${isAccepted} and t.accepted_on <= ${at}`),
  housingGrants: () => houses('row', sql`t.accepted_on`, isAccepted),
  unsafeHouses: ({ at }) =>
    houses(
      'person',
      at,
      sql`t.surveyed_on <= ${at} and t.condition <> 'safe' and (t.accepted_on is null or t.accepted_on > ${at})
        and not exists (
          select from poverty_relief_housing n
          where n.person = t.person and n.surveyed_on <= ${at} and (n.surveyed_on, n.id) > (t.surveyed_on, t.id))`,
    ),
  pairedPersons: ({ at }) => pairings('person', at),
  pairedHouseholds: ({ at }) => pairings('household', at),
  helps: () => helps(),
  // a visit or a word about a rule is worth no money
  helpSum: () => helps(sql`t.amount is not null`),
})
