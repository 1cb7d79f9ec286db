import { eligibilityId } from '@opendpf/eligibility'
import { figuresId } from '@opendpf/figures'
import { defineModule } from '@opendpf/kit'
import { programmeNotices, programmesId } from '@opendpf/programmes'
import { housing } from './aid/housing.js'
import { loan } from './aid/loan.js'
import { help, pairing } from './aid/pairing.js'
import { poorEntry } from './aid/poor-entry.js'
import { support } from './aid/support.js'
import { povertyReliefRules } from './declarations.js'
import { aidIndicators } from './figures/aid-indicators.js'
import { grantIndicators } from './figures/grant-indicators.js'
import { hospitalIndicators } from './figures/hospital-indicators.js'
import { supportIndicators } from './figures/support-indicators.js'
import { hospital } from './hospital/hospital.js'
import { reduction } from './hospital/reduction.js'
import { messages } from './messages/messages.js'
import { povertyReliefProgrammes } from './programmes.js'
import { referral } from './referrals/referral.js'
import { povertyReliefRoles } from './roles.js'
import { visit } from './visits/visit.js'
import { visitDocuments, visitList } from './visits/visit-list.js'

/** The line of poverty relief and social security. */
export const povertyRelief = defineModule({
  id: 'poverty-relief',
  records: { visit, poorEntry, support, loan, housing, pairing, help, hospital, reduction, visitList, referral },
  documents: visitDocuments,
  roles: povertyReliefRoles,
  declares: {
    [eligibilityId]: povertyReliefRules,
    [programmesId]: povertyReliefProgrammes,
    [figuresId]: { ...grantIndicators, ...aidIndicators, ...hospitalIndicators, ...supportIndicators },
    notices: programmeNotices(povertyReliefProgrammes),
  },
  messages,
})
