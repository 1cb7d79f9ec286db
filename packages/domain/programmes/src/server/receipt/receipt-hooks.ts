import type { Guard, RecordHooks } from '@opendpf/kit/server'
import { countyOf } from '@opendpf/standards'
import { programmes, programmesOf } from '../../contract/index.js'

const { receipt } = programmes.records
type Receipt = typeof receipt

/** Where the household register lies is told once, and dates follow the steps. */
export const receiptHooks: RecordHooks<Receipt> = {
  prepare({ values, before, verb, refuse }, { today, registry }) {
    if (!programmesOf(registry).has(values.programme)) refuse('programme', 'application.problem.programme')
    if (values.householdDivision !== null && values.householdPlace !== null)
      refuse('householdPlace', 'receipt.problem.household')
    if (before && before.state !== 'draft')
      for (const field of ['programme', 'idNumber', 'householdDivision', 'householdPlace'] as const)
        if (before[field] !== values[field]) refuse(field, 'application.problem.kept')
    if (verb === 'complete') values.receivedOn = today
    if (verb === 'push') values.pushedOn = today
  },
}

export const receiptGuards = {
  // what is for this county itself is an application here
  'receipt.placeNamed': (_, { householdDivision, householdPlace, division, applicant, agentName }) => {
    const isElsewhere =
      householdDivision === null ? householdPlace !== null : countyOf(householdDivision) !== countyOf(division)
    return isElsewhere && (applicant === 'self' || agentName !== null) ? true : {}
  },
  'receipt.isOutside': (_, { householdDivision }) => (householdDivision === null ? true : {}),
} satisfies Readonly<Record<string, Guard<Receipt>>>
