import { ageOn, type DisabilityGrade, isSevere } from '@opendpf/standards'

/** What a household's marks are computed from: one current member. */
export interface MemberFacts {
  readonly birthDate: string | null
  readonly isCertified: boolean
  readonly grade: DisabilityGrade | null
  readonly isStudent: boolean
}

/** What programmes ask of a household. */
export interface HouseholdMarks {
  readonly memberCount: number
  readonly certifiedCount: number
  /** 一户多残: two or more certificate holders. */
  readonly isMultiDisabled: boolean
  /** A holder of grade 1 or 2. */
  readonly hasSevere: boolean
  /** 以老养残: a holder under 60, and nobody to care but people of 60 or more. */
  readonly isAgedCaring: boolean
  readonly hasStudent: boolean
}

const adult = 18
const aged = 60

/** The marks of a household on a day. Somebody whose birth date is not known counts as neither adult nor aged. */
export function marksOf(members: readonly MemberFacts[], today: string): HouseholdMarks {
  const certified = members.filter(({ isCertified }) => isCertified)
  const carers = members.filter((member) => !member.isCertified && isAtLeast(member, adult, today))
  const isAgedAlone = carers.length > 0 && carers.every((carer) => isAtLeast(carer, aged, today))
  return {
    memberCount: members.length,
    certifiedCount: certified.length,
    isMultiDisabled: certified.length >= 2,
    hasSevere: certified.some(({ grade }) => grade !== null && isSevere(grade, 'general')),
    isAgedCaring:
      isAgedAlone && certified.some((member) => member.birthDate !== null && !isAtLeast(member, aged, today)),
    hasStudent: members.some(({ isStudent }) => isStudent),
  }
}

function isAtLeast({ birthDate }: MemberFacts, years: number, today: string): boolean {
  return birthDate !== null && (ageOn(birthDate, today) ?? -1) >= years
}
