import { loansServer, routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { describeConformance } from '@opendpf/testing'

describeConformance(loansServer, { sample, routes })
