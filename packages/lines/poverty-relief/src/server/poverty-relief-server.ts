import { implementModule } from '@opendpf/kit/server'
import { povertyRelief } from '../contract/index.js'

/** The server half of the line. */
export const povertyReliefServer = implementModule(povertyRelief, { migrations: {} })
