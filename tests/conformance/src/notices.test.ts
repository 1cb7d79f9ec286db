import { certificatesServer } from '@opendpf/certificates/server'
import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { noticesAdmin } from '@opendpf/notices/admin'
import { noticesServer } from '@opendpf/notices/server'
import { personsServer } from '@opendpf/persons/server'
import { describeConformance } from '@opendpf/testing'

// what may be posted is declared by the modules that post it
describeConformance(noticesServer, { admin: noticesAdmin, with: [personsServer, certificatesServer], sample, routes })
