import { papersServer, routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { describeConformance } from '@opendpf/testing'

describeConformance(papersServer, { sample, routes })
