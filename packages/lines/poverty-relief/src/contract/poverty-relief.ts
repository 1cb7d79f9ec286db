import { eligibilityId } from '@opendpf/eligibility'
import { defineModule } from '@opendpf/kit'
import { programmeNotices, programmesId } from '@opendpf/programmes'
import { messages } from './messages/messages.js'
import { subsidies } from './subsidies.js'
import { subsidyProgrammes } from './subsidy-programmes.js'

/** The line of poverty relief and social security. */
export const povertyRelief = defineModule({
  id: 'poverty-relief',
  records: {},
  declares: {
    [eligibilityId]: subsidies,
    [programmesId]: subsidyProgrammes,
    notices: programmeNotices(subsidyProgrammes),
  },
  messages,
})
