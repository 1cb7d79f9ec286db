import { eligibility } from '@opendpf/eligibility'
import { texts } from '@opendpf/messages'
import { localBasis, undecided } from '../shared/clauses.js'
import { reducibleFees } from './fees.js'

/** What a county decides about fee reductions beside who has a right to them: which fees, how much of a bill, how much in a year. */
export const hospitalDeclarations = eligibility({
  parameters: {
    // a county that reduces fees and names none of them reduces all that the sheet has a column for
    hospitalFees: {
      title: texts('就医减免的费用种类', 'Kinds of hospital fees that are reduced'),
      kind: 'codes',
      codes: reducibleFees,
      basis: localBasis,
      national: [{ since: '2010-01-01', value: reducibleFees.map(({ code }) => code), document: undecided }],
    },
    hospitalShare: {
      title: texts('单次减免占总费用的最高比例', 'The largest share of one bill that is reduced'),
      kind: 'whole',
      unit: texts('%', '%'),
      max: 100,
      basis: localBasis,
      national: [{ since: '2010-01-01', value: 100, document: undecided }],
    },
    // a county that sets no ceiling has none
    hospitalYearMost: {
      title: texts('每人每年最高减免金额', 'The most that is reduced for one person in a calendar year'),
      kind: 'money',
      unit: texts('元/年', 'yuan a year'),
      basis: localBasis,
    },
  },
})
