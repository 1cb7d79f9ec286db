import { variantsOf } from '@opendpf/kit'
import type { RecordHooks } from '@opendpf/kit/server'
import type { system } from '../system/contract/index.js'
import { clockOf } from './deadline-row.js'

/** A period is decided about that there is, and about a value that it differs by. */
export const limitHooks: RecordHooks<(typeof system)['records']['limit']> = {
  prepare({ values, refuse }, { registry }) {
    const record = registry.records.get(values.record)
    const clock = record && clockOf(record, values.clock)
    if (!clock && !Object.hasOwn(record?.periods ?? {}, values.clock)) refuse('clock', 'limit.problem.clock')
    else if (record && values.variant !== null) {
      const variants = variantsOf(registry, record, values.clock)
      if (!variants.includes(values.variant)) refuse('variant', 'limit.problem.variant')
    }
  },
}
