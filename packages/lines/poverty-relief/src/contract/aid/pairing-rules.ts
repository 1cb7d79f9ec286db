import { eligibility } from '@opendpf/eligibility'
import { texts } from '@opendpf/messages'
import { localBasis, undecided } from '../shared/clauses.js'

/** How often a helper has to have helped. */
export const pairingDeclarations = eligibility({
  parameters: {
    helpEveryMonths: {
      title: texts('结对帮扶最长间隔', 'The longest time between two helps of a helper'),
      kind: 'whole',
      unit: texts('月', 'months'),
      min: 1,
      max: 24,
      basis: localBasis,
      national: [{ since: '2010-01-01', value: 3, document: undecided }],
    },
  },
})
