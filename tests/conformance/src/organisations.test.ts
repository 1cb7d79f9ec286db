import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(organisationsServer, { with: [personsServer], sample, routes })
