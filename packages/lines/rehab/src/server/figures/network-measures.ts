import { measures } from '@opendpf/figures/reading'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { networkIndicators } from '../../contract/figures/network-indicators.js'
import { requirements } from '../../contract/index.js'
import { people } from './people.js'

type Part = RawBuilder<unknown>

/** Stations that are open on a day. */
const isOpen = (at: Part) => sql`t.opened_on <= ${at} and (t.closed_on is null or t.closed_on > ${at})`

const stations = (on: Part, where: Part, unit: Part = sql`t.id`) => sql`
  select ${unit} as unit, t.id as row, t.division, ${on} as date, t.kind, t.level, t.host_kind as "hostKind"
  from rehab_station t where ${where}`

/** The latest check of each open station. */
const latestChecks = (at: Part, value: Part) => sql`
  select c.id as unit, c.id as row, c.division, ${at} as date, ${value} as value, t.kind, t.level, t.host_kind as "hostKind"
  from rehab_station_check c join rehab_station t on t.id = c.station
  where c.checked_on <= ${at} and ${isOpen(at)} and not exists (
    select from rehab_station_check l where l.station = c.station and l.checked_on <= ${at}
      and (l.checked_on, l.id) > (c.checked_on, c.id))`

/** Divisions of a level that are there on a day. */
const divisions = (level: 'town' | 'village', at: Part, where: Part = sql`true`) => sql`
  select d.code as unit, d.id as row, d.code as division, ${at} as date from system_division d
  where d.level = ${sql.lit(level)} and (d.valid_from is null or d.valid_from <= ${at})
    and (d.valid_to is null or d.valid_to > ${at}) and ${where}`
const covered = (at: Part, column: 'town' | 'division', of: Part) => sql`exists (
  select from rehab_station t where ${sql.ref(`t.${column}`)} = ${of} and ${isOpen(at)})`

const inspections = (where: Part) => sql`
  select t.id as unit, t.id as row, t.division, t.inspected_on as date, a.purpose
  from rehab_inspection t join rehab_agreement a on a.id = t.agreement where ${where}`

/** The rows behind the figures of the network. */
export const networkMeasures = measures(networkIndicators, {
  stations: ({ at }) => stations(at, isOpen(at)),
  stationsUpToStandard: ({ at }) => stations(at, sql`${isOpen(at)} and t.is_up_to_standard`),
  stationsOpened: () => stations(sql`t.opened_on`, sql`true`),
  stationsUpgraded: () => stations(sql`t.upgraded_on`, sql`t.upgraded_on is not null`),
  stationItems: ({ at }) => latestChecks(at, sql`${sql.lit(requirements.length)}::int`),
  stationItemsMet: ({ at }) => latestChecks(at, sql`c.met`),
  towns: ({ at }) => divisions('town', at),
  townsCovered: ({ at }) => divisions('town', at, covered(at, 'town', sql`left(d.code, 9)`)),
  villages: ({ at }) => divisions('village', at),
  villagesCovered: ({ at }) => divisions('village', at, covered(at, 'division', sql`d.code`)),
  // a department whose host is not said is one of a hospital of its own
  hospitalsWithDepartment: ({ at }) =>
    stations(
      at,
      sql`${isOpen(at)} and t.kind = 'hospital-department' and t.hospital_level in ('2', '3')`,
      sql`coalesce(t.host, t.id)`,
    ),
  agreements: ({ at }) => sql`
    select t.id as unit, t.id as row, t.division, ${at} as date, t.purpose from rehab_agreement t
    where t.since <= ${at} and t.until >= ${at} and (t.ended_on is null or t.ended_on > ${at})`,
  inspections: () => inspections(sql`true`),
  inspectionsGood: () => inspections(sql`t.state in ('passed', 'remedied')`),
  doctorPersons: ({ at }) =>
    people({
      table: 'rehab_doctor_contract',
      by: 'person',
      unit: 'person',
      on: at,
      where: sql`t.year = extract(year from ${at}) and t.signed_on <= ${at} and (t.ended_on is null or t.ended_on > ${at})`,
    }),
  doctorServices: () =>
    people({ table: 'rehab_doctor_service', by: 'contract', unit: 'row', on: sql`t.served_on`, more: sql`t.kind` }),
})
