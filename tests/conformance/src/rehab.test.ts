import { activitiesServer } from '@opendpf/activities/server'
import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { fundsServer } from '@opendpf/funds/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import { rehabServer } from '@opendpf/rehab/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(rehabServer, {
  with: [personsServer, organisationsServer, fundsServer, activitiesServer],
  sample,
  routes,
})
