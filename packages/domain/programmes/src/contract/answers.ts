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

/** What a programme that is switched on for this year may grant, and how much of that is taken. Sums in fen. */
export interface OfferStanding {
  readonly id: string
  /** `<module>.<name>` */
  readonly programme: string
  /** The division that switched it on, 12 digits. */
  readonly region: string
  /** Whoever receives it in some month of the year. */
  readonly recipients: number
  /** Null where everybody who qualifies is granted it. */
  readonly quota: number | null
  /** Null where it is paid from no budget line, or from one that is not for whoever asks. */
  readonly budget: { readonly amount: number; readonly reserved: number; readonly spent: number } | null
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
