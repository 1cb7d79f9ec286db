import { eligibilityId } from '@opendpf/eligibility'
import { figuresId } from '@opendpf/figures'
import { implementModule } from '@opendpf/kit/server'
import { povertyRelief } from '../contract/index.js'
import { fallDueJob } from './aid/fall-due-job.js'
import { housingGuards, housingHooks } from './aid/housing-hooks.js'
import { helpHooks, pairingHooks } from './aid/pairing-hooks.js'
import { poorEntryHooks, poorGuards } from './aid/poor-entry-hooks.js'
import { loanHooks, supportHooks } from './aid/support-hooks.js'
import { grantFactSources } from './facts/grant-facts.js'
import { aidMeasures } from './figures/aid-measures.js'
import { grantMeasures } from './figures/grant-measures.js'
import { hospitalMeasures } from './figures/hospital-measures.js'
import { supportMeasures } from './figures/support-measures.js'
import { hospitalHooks, reductionHooks } from './hospital/reduction-hooks.js'
import { migrations } from './migrations.js'
import { referralHooks } from './referrals/referral-hooks.js'
import { signingList } from './visits/signing-list.js'
import { visitHooks, visitListHooks } from './visits/visit-hooks.js'

/** The server half of the line. */
export const povertyReliefServer = implementModule(povertyRelief, {
  migrations,
  hooks: {
    visit: visitHooks,
    poorEntry: poorEntryHooks,
    support: supportHooks,
    loan: loanHooks,
    housing: housingHooks,
    pairing: pairingHooks,
    help: helpHooks,
    hospital: hospitalHooks,
    reduction: reductionHooks,
    visitList: visitListHooks,
    referral: referralHooks,
  },
  jobs: { fallDue: fallDueJob },
  documents: { 'visitList.signing': signingList },
  guards: { ...poorGuards, ...housingGuards },
  provides: {
    [eligibilityId]: grantFactSources,
    [figuresId]: { ...grantMeasures, ...aidMeasures, ...hospitalMeasures, ...supportMeasures },
  },
})
