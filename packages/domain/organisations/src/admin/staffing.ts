/** One division as `/organisations/staffing` answers it. */
export interface Staffing {
  readonly division: string
  readonly holders: number
  readonly filled: number
  /** Null where no rule holds. */
  readonly seats: number | null
  readonly document: string | null
}

/** How many people a division lacks; undefined where no rule says how many there should be. */
export function missingIn({ seats, filled }: Pick<Staffing, 'seats' | 'filled'>): number | undefined {
  return seats === null ? undefined : Math.max(0, seats - filled)
}

/** Sums over the divisions that a rule speaks of. */
export function totalsOf(rows: readonly Staffing[]): {
  readonly seats: number
  readonly filled: number
  readonly missing: number
} {
  const ruled = rows.filter(({ seats }) => seats !== null)
  const sum = (value: (row: Staffing) => number): number => ruled.reduce((total, row) => total + value(row), 0)
  return {
    seats: sum(({ seats }) => seats ?? 0),
    filled: sum(({ filled }) => filled),
    missing: sum((row) => missingIn(row) ?? 0),
  }
}
