import type { Programme } from './programme.js'

/** Whom an application or an enrolment names. */
interface Named {
  readonly person: string
  readonly household: string | null
  readonly organisation: string | null
}

/** The id of whom a programme is for in an application: a person, a household or an organisation. */
export function subjectOf({ beneficiary }: Pick<Programme, 'beneficiary'>, row: Named): string | null {
  if (beneficiary === 'household') return row.household
  return beneficiary === 'organisation' ? row.organisation : row.person
}
