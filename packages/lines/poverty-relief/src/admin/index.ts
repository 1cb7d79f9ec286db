import { contributeAdmin } from '@opendpf/kit/admin'
import { povertyRelief } from '../contract/index.js'

/** The admin half of the line: its schemes are shown by the pages of eligibility. */
export const povertyReliefAdmin = contributeAdmin(povertyRelief, {})
