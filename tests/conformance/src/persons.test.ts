import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { personsServer } from '@opendpf/persons/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(personsServer, { sample, routes })
