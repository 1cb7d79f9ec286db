import { loansServer, routeEntries as routes, sampleRules as sample, visitsServer } from '@opendpf/fixtures'
import { systemServer } from '@opendpf/server/system/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(systemServer, { with: [visitsServer, loansServer], sample, routes })
