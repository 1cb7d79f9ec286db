import type { RecordHooks } from '@opendpf/kit/server'
import type { programmes } from '../../contract/index.js'

type Entitlement = (typeof programmes.records)['entitlement']

/** What is frozen is not changed, by whomever; only the entry of the register that it is about moves when two entries of one person are merged. */
export const entitlementHooks: RecordHooks<Entitlement> = {
  prepare({ before, values, refuse }) {
    if (!before) return
    for (const field of Object.keys(values) as (keyof typeof values)[])
      if (
        field !== 'person' &&
        field !== 'personName' &&
        JSON.stringify(before[field]) !== JSON.stringify(values[field])
      )
        refuse(field, 'entitlement.problem.frozen')
  },
}
