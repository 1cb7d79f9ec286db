import { measures } from '@opendpf/figures/reading'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { reliefIndicators } from '../../contract/figures/relief-indicators.js'
import { type PeopleAsked, people } from './people.js'

type Part = RawBuilder<unknown>

const reliefs = (on: Part, where: Part, unit: PeopleAsked['unit'] = 'person') =>
  people({
    table: 'rehab_relief',
    by: 'person',
    unit,
    on,
    where: sql`${on} is not null and ${where}`,
    category: sql`t.category`,
    more: sql`t.settled as value, t.diagnosis, t.aid`,
  })

const aids = (on: Part, where: Part, unit: PeopleAsked['unit'] = 'person') =>
  people({ table: 'rehab_aid', by: 'person', unit, on, where, more: sql`t.fund_paid as value, t.kind` })

const policies = (on: Part, where: Part) =>
  sql`select t.id as unit, t.id as row, t.division, ${on} as date, t.kind from rehab_policy t where ${where}`

const isGranted = sql`t.state = 'granted'`

/** The rows behind the figures of aid. */
export const reliefMeasures = measures(reliefIndicators, {
  reliefChildren: () => reliefs(sql`t.decided_on`, sql`t.state in ('approved', 'away', 'training', 'settled')`),
  entrustedChildren: () => reliefs(sql`t.contract_from`, sql`t.state in ('training', 'settled')`),
  reliefSettled: () => reliefs(sql`t.settled_on`, sql`t.state = 'settled'`, 'row'),
  aidPersons: () => aids(sql`t.granted_on`, isGranted),
  aidPaid: () => aids(sql`t.granted_on`, isGranted, 'row'),
  aidAsked: () => aids(sql`t.asked_on`, sql`true`),
  aidAnswered: () => aids(sql`t.asked_on`, isGranted),
  policiesInForce: ({ at }) =>
    policies(at, sql`t.kind <> 'study' and t.since <= ${at} and (t.until is null or t.until >= ${at})`),
  studiesDone: () => policies(sql`t.until`, sql`t.kind = 'study' and t.until is not null and t.outcome is not null`),
})
