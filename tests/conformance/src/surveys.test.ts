import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { personsServer } from '@opendpf/persons/server'
import { surveysAdmin } from '@opendpf/surveys/admin'
import { surveysServer } from '@opendpf/surveys/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(surveysServer, { admin: surveysAdmin, with: [personsServer], sample, routes })
