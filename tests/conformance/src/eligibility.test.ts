import { certificatesServer } from '@opendpf/certificates/server'
import { eligibilityAdmin } from '@opendpf/eligibility/admin'
import { eligibilityServer } from '@opendpf/eligibility/server'
import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { noticesServer } from '@opendpf/notices/server'
import { personsServer } from '@opendpf/persons/server'
import { povertyReliefServer } from '@opendpf/poverty-relief/server'
import { describeConformance } from '@opendpf/testing'

// parameters and schemes are declared by the modules that are asked about
describeConformance(eligibilityServer, {
  admin: eligibilityAdmin,
  with: [personsServer, noticesServer, certificatesServer, povertyReliefServer],
  sample,
  routes,
})
