import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import { planningAdmin } from '@opendpf/planning/admin'
import { planningServer } from '@opendpf/planning/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(planningServer, {
  admin: planningAdmin,
  with: [personsServer, organisationsServer],
  sample,
  routes,
})
