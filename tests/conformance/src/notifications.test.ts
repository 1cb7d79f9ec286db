import { accessServer } from '@opendpf/access/server'
import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { notificationsAdmin } from '@opendpf/notifications/admin'
import { notificationsServer } from '@opendpf/notifications/server'
import { personsServer } from '@opendpf/persons/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(notificationsServer, {
  admin: notificationsAdmin,
  with: [personsServer, accessServer],
  sample,
  routes,
})
