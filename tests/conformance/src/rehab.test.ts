import { activitiesServer } from '@opendpf/activities/server'
import { certificatesServer } from '@opendpf/certificates/server'
import { eligibilityServer } from '@opendpf/eligibility/server'
import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { fundsServer } from '@opendpf/funds/server'
import { noticesServer } from '@opendpf/notices/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { paymentsServer } from '@opendpf/payments/server'
import { personsServer } from '@opendpf/persons/server'
import { programmesServer } from '@opendpf/programmes/server'
import { rehabAdmin } from '@opendpf/rehab/admin'
import { rehabServer } from '@opendpf/rehab/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(rehabServer, {
  admin: rehabAdmin,
  with: [
    personsServer,
    organisationsServer,
    noticesServer,
    fundsServer,
    certificatesServer,
    eligibilityServer,
    paymentsServer,
    programmesServer,
    activitiesServer,
  ],
  sample,
  routes,
})
