import { visitsServer } from '@opendpf/fixtures'
import { describeConformance } from '@opendpf/testing'

describeConformance(visitsServer)
