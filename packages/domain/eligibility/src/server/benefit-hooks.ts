import type { RecordHooks } from '@opendpf/kit/server'
import type { eligibilityModule } from '../contract/index.js'

/** A benefit ends after it began. */
export const benefitHooks: RecordHooks<(typeof eligibilityModule)['records']['benefit']> = {
  prepare({ values, refuse }) {
    if (values.until !== null && values.until < values.since) refuse('until', 'benefit.problem.period')
  },
}
