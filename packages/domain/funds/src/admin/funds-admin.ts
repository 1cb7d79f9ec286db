import { contributeAdmin } from '@opendpf/kit/admin'
import { funds } from '../contract/index.js'

/** The admin half of the engine: the derived pages of funds, budget lines, receipts, spending, transfers and goods. */
export const fundsAdmin = contributeAdmin(funds, { icon: 'money' })
