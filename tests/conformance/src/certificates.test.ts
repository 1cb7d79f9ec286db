import { certificatesServer } from '@opendpf/certificates/server'
import { routeEntries as routes, sampleRules as sample } from '@opendpf/fixtures'
import { noticesServer } from '@opendpf/notices/server'
import { personsServer } from '@opendpf/persons/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(certificatesServer, { with: [personsServer, noticesServer], sample, routes })
