import type { FieldsOf } from '@opendpf/kit'
import type { Guard } from '@opendpf/kit/server'
import { countyOf, hasReachedAge, parseResidentId } from '@opendpf/standards'
import { type certificates, itemRules } from '../../contract/index.js'

type Referral = (typeof certificates.records)['referral']
type ReferralGuard = Guard<Referral>

const adultAge = 18
const when = (holds: boolean) => (holds ? true : {})

/** Whether the conclusion is posted where it was accepted: for adults, in the items that are posted. */
function isPosted({ item, idNumber }: FieldsOf<Referral>, today: string): boolean {
  const read = parseResidentId(idNumber, { today })
  return itemRules[item].isPosted && read.ok && hasReachedAge(read.value.birthDate, adultAge, today)
}

const isAssessed = ({ item }: FieldsOf<Referral>): boolean => itemRules[item].assessment === 'always'

/** What must hold before a step of an application for another county. */
export const referralGuards = {
  'referral.isHere': (_, { hasResidencePermit, householdDivision, division }) =>
    when(hasResidencePermit && (householdDivision === null || countyOf(householdDivision) !== countyOf(division))),
  'referral.needsAssessment': (_, row) => when(itemRules[row.item].assessment !== 'never'),
  'referral.needsNoAssessment': (_, row) => when(!isAssessed(row)),
  'referral.isPosted': ({ today }, row) => when(isPosted(row, today)),
  'referral.isNotPosted': ({ today }, row) => when(!isPosted(row, today)),
  'referral.leavesSystem': (_, { householdDivision }) => when(householdDivision === null),
} satisfies Readonly<Record<string, ReferralGuard>>
