import { figuresAdmin } from '@opendpf/figures/admin'
import { figuresServer } from '@opendpf/figures/server'
import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { describeConformance } from '@opendpf/testing'

describeConformance(figuresServer, { admin: figuresAdmin, sample, routes })
