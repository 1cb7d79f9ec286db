import { figuresServer } from '@opendpf/figures/server'
import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import { planningServer } from '@opendpf/planning/server'
import { reportsAdmin } from '@opendpf/reports/admin'
import { reportsServer } from '@opendpf/reports/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(reportsServer, {
  admin: reportsAdmin,
  with: [personsServer, organisationsServer, figuresServer, planningServer],
  sample,
  routes,
})
