import { eligibilityId } from '@opendpf/eligibility'
import { defineModule } from '@opendpf/kit'
import { messages } from './messages/messages.js'
import { subsidies } from './subsidies.js'

/** The line of poverty relief and social security. */
export const povertyRelief = defineModule({
  id: 'poverty-relief',
  records: {},
  declares: { [eligibilityId]: subsidies },
  messages,
})
