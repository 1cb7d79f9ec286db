import { eligibilityServer } from '@opendpf/eligibility/server'
import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { matchingAdmin } from '@opendpf/matching/admin'
import { matchingServer } from '@opendpf/matching/server'
import { personsServer } from '@opendpf/persons/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(matchingServer, { admin: matchingAdmin, with: [personsServer, eligibilityServer], sample, routes })
