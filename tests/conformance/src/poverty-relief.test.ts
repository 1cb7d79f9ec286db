import { certificatesServer } from '@opendpf/certificates/server'
import { eligibilityServer } from '@opendpf/eligibility/server'
import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { fundsServer } from '@opendpf/funds/server'
import { matchingServer } from '@opendpf/matching/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import { povertyReliefAdmin } from '@opendpf/poverty-relief/admin'
import { povertyReliefServer } from '@opendpf/poverty-relief/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(povertyReliefServer, {
  admin: povertyReliefAdmin,
  with: [personsServer, organisationsServer, fundsServer, certificatesServer, eligibilityServer, matchingServer],
  sample,
  routes,
})
