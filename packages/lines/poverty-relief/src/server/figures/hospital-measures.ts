import { measures, peopleRows } from '@opendpf/figures/reading'
import { sql } from 'kysely'
import { hospitalIndicators } from '../../contract/figures/hospital-indicators.js'

const confirmed = (unit: 'row' | 'person') => () =>
  peopleRows({
    table: 'poverty_relief_reduction',
    unit,
    on: sql`t.visited_on`,
    where: sql`t.state = 'confirmed'`,
    more: sql`t.reduced as value, t.setting`,
  })

/** The rows behind the figures of fee reductions. */
export const hospitalMeasures = measures(hospitalIndicators, {
  reductions: confirmed('row'),
  reducedPersons: confirmed('person'),
  reducedSum: confirmed('row'),
})
