/** Who has to act while a row waits: a kind of office, not a person. */
export const waitOwners = [
  'applicant',
  'village',
  'town',
  'county',
  'institution',
  'prefecture',
  'province',
  'other-department',
  'system',
] as const
export type WaitOwner = (typeof waitOwners)[number]

/** Why a row stays in a state, and what ends it: no case waits for nobody. */
export interface Wait<Verb extends string = string, Clock extends string = string> {
  readonly owner: WaitOwner
  /** The clock that runs meanwhile; `null` says that there is none, on purpose. */
  readonly clock: Clock | null
  /** The step that leads on. */
  readonly escape: Verb
}
