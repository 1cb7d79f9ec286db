import { certificatesServer } from '@opendpf/certificates/server'
import { sampleRules as sample } from '@opendpf/fixtures'
import { personsServer } from '@opendpf/persons/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(certificatesServer, { with: [personsServer], sample })
