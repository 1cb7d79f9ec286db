import { measures } from '@opendpf/figures/reading'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { clientIndicators } from '../../contract/figures/client-indicators.js'
import { institutionType, type PeopleAsked, people } from './people.js'

type Part = RawBuilder<unknown>

const services = (unit: PeopleAsked['unit'], where: Part = sql`true`, value: Part = sql`t.times`) =>
  people({
    table: 'rehab_service',
    by: 'person',
    unit,
    on: sql`t.served_on`,
    where,
    category: sql`coalesce(t.category, p.disability_category)`,
    more: sql`${value} as value, t.item, t.kind, t.setting, t.is_free as free, t.is_near as near,
      ${institutionType(sql`t.institution`)}`,
  })

const files = (at: Part, where: Part) =>
  people({
    table: 'rehab_file',
    by: 'person',
    unit: 'row',
    on: at,
    where: sql`t.opened_on <= ${at} and (t.archived_on is null or t.archived_on > ${at}) and ${where}`,
    category: sql`t.category`,
  })

const followUps = (on: Part, where: Part) =>
  people({
    table: 'rehab_follow_up',
    by: 'file',
    unit: 'row',
    on,
    where,
    category: sql`f.category`,
    more: sql`t.about, t.effect`,
  })

const heldOn = sql`t.held_on`

/** The rows behind the figures of clients. */
export const clientMeasures = measures(clientIndicators, {
  servedPersons: () => services('person'),
  nearPersons: () => services('person', sql`t.is_near`),
  filedPersons: () =>
    services('person', sql`exists (select from rehab_file f where f.person = t.person and f.opened_on <= t.served_on)`),
  services: () => services('row'),
  servicesOnNeed: () => services('row', sql`t.need is not null`),
  communityServices: () => services('row', sql`t.setting <> 'institution'`),
  serviceTimes: () => services('row'),
  serviceCost: () => services('row', sql`true`, sql`coalesce(t.fund_paid, 0)`),
  files: ({ at }) => files(at, sql`true`),
  filesWithCard: ({ at }) => files(at, sql`t.card_issued_on <= ${at}`),
  filesWithPlan: ({ at }) =>
    files(at, sql`exists (select from rehab_plan l where l.file = t.id and l.agreed_on <= ${at})`),
  assessedPersons: () =>
    people({
      table: 'rehab_assessment',
      by: 'file',
      unit: 'person',
      on: sql`t.assessed_on`,
      category: sql`f.category`,
      more: sql`t.phase, t.scale`,
    }),
  followUps: () => followUps(heldOn, sql`t.state = 'done'`),
  betterFollowUps: () => followUps(heldOn, sql`t.state = 'done' and t.effect in ('marked', 'improved')`),
  followUpsOverdue: ({ at }) => followUps(at, sql`t.state = 'due' and t.due_on < ${at}`),
})
