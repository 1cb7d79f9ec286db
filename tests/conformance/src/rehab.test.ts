import { activitiesServer } from '@opendpf/activities/server'
import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { fundsServer } from '@opendpf/funds/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import { rehabAdmin } from '@opendpf/rehab/admin'
import { rehabServer } from '@opendpf/rehab/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(rehabServer, {
  admin: rehabAdmin,
  with: [personsServer, organisationsServer, fundsServer, activitiesServer],
  sample,
  routes,
})
