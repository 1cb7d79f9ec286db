import { eligibilityId } from '@opendpf/eligibility'
import { figuresId } from '@opendpf/figures'
import { defineModule } from '@opendpf/kit'
import { programmeNotices, programmesId } from '@opendpf/programmes'
import { povertyReliefRules } from './declarations.js'
import { grantIndicators } from './figures/grant-indicators.js'
import { messages } from './messages/messages.js'
import { povertyReliefProgrammes } from './programmes.js'

/** The line of poverty relief and social security. */
export const povertyRelief = defineModule({
  id: 'poverty-relief',
  records: {},
  declares: {
    [eligibilityId]: povertyReliefRules,
    [programmesId]: povertyReliefProgrammes,
    [figuresId]: grantIndicators,
    notices: programmeNotices(povertyReliefProgrammes),
  },
  messages,
})
