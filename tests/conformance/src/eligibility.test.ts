import { certificatesServer } from '@opendpf/certificates/server'
import { eligibilityAdmin } from '@opendpf/eligibility/admin'
import { eligibilityServer } from '@opendpf/eligibility/server'
import { figuresServer } from '@opendpf/figures/server'
import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { fundsServer } from '@opendpf/funds/server'
import { matchingServer } from '@opendpf/matching/server'
import { noticesServer } from '@opendpf/notices/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { paymentsServer } from '@opendpf/payments/server'
import { personsServer } from '@opendpf/persons/server'
import { povertyReliefServer } from '@opendpf/poverty-relief/server'
import { programmesServer } from '@opendpf/programmes/server'
import { describeConformance } from '@opendpf/testing'

// parameters and schemes are declared by the modules that are asked about
describeConformance(eligibilityServer, {
  admin: eligibilityAdmin,
  with: [
    personsServer,
    organisationsServer,
    noticesServer,
    figuresServer,
    fundsServer,
    certificatesServer,
    matchingServer,
    paymentsServer,
    programmesServer,
    povertyReliefServer,
  ],
  sample,
  routes,
})
