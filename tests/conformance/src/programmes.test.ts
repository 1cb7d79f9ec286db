import { eligibilityServer } from '@opendpf/eligibility/server'
import { routeEntries as routes, sampleRules as sample, stipendsServer } from '@opendpf/fixtures'
import { fundsServer } from '@opendpf/funds/server'
import { noticesServer } from '@opendpf/notices/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import { programmesAdmin } from '@opendpf/programmes/admin'
import { programmesServer } from '@opendpf/programmes/server'
import { describeConformance } from '@opendpf/testing'

// a programme is declared by a line
describeConformance(programmesServer, {
  admin: programmesAdmin,
  with: [personsServer, organisationsServer, noticesServer, fundsServer, eligibilityServer, stipendsServer],
  sample,
  routes,
})
