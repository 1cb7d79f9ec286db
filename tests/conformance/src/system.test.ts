import { sampleRules as sample } from '@opendpf/fixtures'
import { systemServer } from '@opendpf/server/system/server'
import { describeConformance } from '@opendpf/testing'

describeConformance(systemServer, { sample })
