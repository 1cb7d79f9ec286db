import { figuresServer } from '@opendpf/figures/server'
import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { fundsServer } from '@opendpf/funds/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { paymentsAdmin } from '@opendpf/payments/admin'
import { paymentsServer } from '@opendpf/payments/server'
import { personsServer } from '@opendpf/persons/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(paymentsServer, {
  admin: paymentsAdmin,
  with: [personsServer, organisationsServer, figuresServer, fundsServer],
  sample,
  routes,
})
