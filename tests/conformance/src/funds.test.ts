import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { fundsServer } from '@opendpf/funds/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(fundsServer, { with: [personsServer, organisationsServer], sample, routes })
