import { accessServer } from '@opendpf/access/server'
import { sampleRules as sample } from '@opendpf/fixtures'
import { describeConformance } from '@opendpf/testing'

describeConformance(accessServer, { sample })
