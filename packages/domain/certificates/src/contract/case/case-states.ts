const applying = ['draft', 'submitted', 'correcting'] as const

/** From the acceptance to the certificate in hand. */
export const statesUnderWay = [
  'accepted',
  'assessing',
  'assessed',
  'not-eligible',
  'dispute-city',
  'dispute-province',
  'notice',
  'objection',
  'review',
  'approved',
  'confirming',
  'confirmed',
  'printed',
] as const

const ends = ['issued', 'done', 'refused', 'withdrawn', 'terminated'] as const

/** Where a case is. */
export const caseStates = [...applying, ...statesUnderWay, ...ends] as const

export type CaseState = (typeof caseStates)[number]

/** A case that is not at its end: a person has at most one. */
export const openCaseStates: readonly CaseState[] = [...applying, ...statesUnderWay]
