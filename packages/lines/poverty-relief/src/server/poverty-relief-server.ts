import { eligibilityId } from '@opendpf/eligibility'
import { figuresId } from '@opendpf/figures'
import { implementModule } from '@opendpf/kit/server'
import { povertyRelief } from '../contract/index.js'
import { grantFactSources } from './facts/grant-facts.js'
import { grantMeasures } from './figures/grant-measures.js'

/** The server half of the line. */
export const povertyReliefServer = implementModule(povertyRelief, {
  migrations: {},
  provides: { [eligibilityId]: grantFactSources, [figuresId]: grantMeasures },
})
