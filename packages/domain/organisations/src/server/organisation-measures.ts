import { measures } from '@opendpf/figures/reading'
import { sql } from 'kysely'
import { organisationIndicators } from '../contract/organisation-indicators.js'

/** The rows behind what the register of organisations counts. */
export const organisationMeasures = measures(organisationIndicators, {
  organisations: ({ at }) => sql`
    select id as unit, id as row, division, founded_on as date, type, specialty from organisations_organisation
    where (founded_on is null or founded_on <= ${at}) and (closed_on is null or closed_on > ${at})`,
})
