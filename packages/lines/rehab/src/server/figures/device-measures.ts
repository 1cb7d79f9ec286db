import { measures } from '@opendpf/figures/reading'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { deviceIndicators } from '../../contract/figures/device-indicators.js'
import { type PeopleAsked, people } from './people.js'

type Part = RawBuilder<unknown>

const fittings = (unit: PeopleAsked['unit'], on: Part, where: Part) =>
  people({
    table: 'rehab_fitting',
    by: 'person',
    unit,
    on,
    where,
    more: sql`t.quantity as value, t.household, t.project, t.manner, t.is_free as free,
      (select d.kind from rehab_device d where d.id = t.device) as kind`,
  })

const issued = (unit: PeopleAsked['unit']) => fittings(unit, sql`t.issued_on`, sql`t.issued_on is not null`)

const repairs = (where: Part) => sql`
  select t.id as unit, t.id as row, t.division, t.reported_on as date, d.kind, t.is_free as free
  from rehab_repair t join rehab_fitting g on g.id = t.fitting join rehab_device d on d.id = g.device where ${where}`

/** The rows behind the figures of devices. */
export const deviceMeasures = measures(deviceIndicators, {
  devicesIssued: () => issued('row'),
  devicePersons: () => issued('person'),
  deviceHouseholds: () => sql`
    select h.household as unit, h.row, h.division, h.date, h.sex, h."ageBand", h.category, h.grade, h.residence, h.economy, h.kind, h.project,
      h.manner, h.free
    from (${issued('row').rows}) as h where h.household is not null`,
  devicesGivenBack: () => fittings('row', sql`t.returned_on`, sql`t.returned_on is not null`),
  loansOverdue: ({ at }) =>
    fittings(
      'row',
      at,
      sql`t.manner = 'loan' and t.due_back_on < ${at} and t.issued_on <= ${at}
        and (t.returned_on is null or t.returned_on > ${at})`,
    ),
  deviceTypes: ({ at }) => sql`
    select t.id as unit, t.id as row, t.division, ${at} as date, t.kind from rehab_device t
    where t.offered_from <= ${at} and (t.offered_until is null or t.offered_until >= ${at})`,
  devicesOnHand: ({ at }) => sql`
    select t.id as unit, t.id as row, t.division, ${at} as date, t.on_hand as value, d.kind
    from rehab_stock t join rehab_device d on d.id = t.device`,
  repairsReported: () => repairs(sql`true`),
  repairsDone: () => repairs(sql`t.state = 'repaired'`),
})
