import { accessServer } from '@opendpf/access/server'
import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { describeConformance } from '@opendpf/testing'

describeConformance(accessServer, { sample, routes })
