import { activitiesAdmin } from '@opendpf/activities/admin'
import { activitiesServer } from '@opendpf/activities/server'
import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(activitiesServer, {
  admin: activitiesAdmin,
  with: [personsServer, organisationsServer],
  sample,
  routes,
})
