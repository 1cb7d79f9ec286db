import { measures } from '@opendpf/figures/reading'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { needIndicators, timelyDays } from '../../contract/figures/need-indicators.js'
import { rehabNeeds } from '../../contract/index.js'
import { people } from './people.js'

type Part = RawBuilder<unknown>
const kinds = sql.join(rehabNeeds.map((kind) => sql.lit(kind)))

/** Needs that were raised by a day. */
const needs = (at: Part, where: Part, unit: 'row' | 'person' = 'row') =>
  people({
    table: 'persons_need',
    by: 'person',
    unit,
    on: at,
    where: sql`t.kind in (${kinds}) and t.raised_on <= ${at} and ${where}`,
    more: sql`t.kind as need, t.level`,
  })

const isMet = (at: Part) => sql`t.state = 'met' and t.met_on <= ${at}`

/** The rows behind the figures of needs. */
export const needMeasures = measures(needIndicators, {
  needsRecorded: ({ at }) => needs(at, sql`true`),
  needsMet: ({ at }) => needs(at, isMet(at)),
  // one that was met after the day was open on it
  needsOpen: ({ at }) => needs(at, sql`(t.state = 'open' or (t.state = 'met' and t.met_on > ${at}))`),
  needsMetInTime: ({ at }) => needs(at, sql`${isMet(at)} and t.met_on - t.raised_on <= ${sql.lit(timelyDays)}`),
  personsInNeed: ({ at }) => needs(at, sql`true`, 'person'),
  personsInNeedServed: ({ at }) =>
    needs(
      at,
      sql`(exists (select from rehab_service s where s.need = t.id and s.served_on <= ${at})
        or exists (select from rehab_fitting g where g.need = t.id and g.issued_on <= ${at})
        or exists (select from rehab_cataract c where c.need = t.id and c.operated_on <= ${at}))`,
      'person',
    ),
})
