/** Whom a module has paid, for `provides: { payments: payeesBy(…) }`. */
export interface Payees {
  /** A query of one column of ids of persons, with an index behind it. */
  readonly sql: string
}

/**
 * Tells payments whom a module will have paid, so that who has no account is found before there is a line of his. The query is text of the
 * module's own, never made of what somebody gave; whoever asks sees those of his place.
 */
export function payeesBy(sql: string): Payees {
  return { sql }
}
