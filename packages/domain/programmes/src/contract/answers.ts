/** Differences of a cycle, by what was found and what became of it. */
export interface DifferenceCount {
  readonly kind: string
  readonly state: string
  readonly count: number
}

/** Members of a cycle against the last time. Sums in fen. */
export interface ChangeCount {
  readonly change: string
  readonly standing: string
  readonly count: number
  readonly amount: number
}

/** What stands between a cycle and its approval. */
export interface CycleSummary {
  readonly differences: readonly DifferenceCount[]
  readonly changes: readonly ChangeCount[]
}

/** Who should receive a programme and does not, and the other way round. */
export interface Gap {
  /** `<module>.<name>` */
  readonly programme: string
  readonly scheme: string
  readonly qualifying: number
  readonly missing: number
  readonly surplus: number
  readonly doubtful: number
}
