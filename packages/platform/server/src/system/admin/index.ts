import { contributeAdmin } from '@opendpf/kit/admin'
import { system } from '../contract/index.js'

export const systemAdmin = contributeAdmin(system)
