/** One notice on the board of those who look after it, as `/notices/board` answers it. */
export interface BoardNotice {
  readonly id: string
  readonly title: string
  readonly division: string
  readonly state: 'draft' | 'posted'
  readonly fromDay: string | null
  readonly lastDay: string | null
  readonly isProvisional: boolean | null
  readonly hungOn: string | null
  /** Lines that are not at their end. */
  readonly lines: number
  readonly openObjections: number
}
