import type { fundSources, receiptKinds, recipientKinds } from './sources.js'

/**
 * What one fund had at the end of a day, in fen. Income and spending stand beside each other and are never netted (收支两条线): the balance
 * is what they and the transfers leave.
 */
export interface FundBalance {
  readonly id: string
  readonly title: string
  readonly source: (typeof fundSources)[number]
  readonly year: number
  /** 12 digits. */
  readonly division: string
  readonly state: 'open' | 'closed'
  readonly received: number
  /** What makes up the income; kinds without any are left out. */
  readonly receivedByKind: readonly { readonly kind: (typeof receiptKinds)[number]; readonly amount: number }[]
  readonly transferredIn: number
  readonly spent: number
  readonly spentByRecipient: readonly { readonly kind: (typeof recipientKinds)[number]; readonly amount: number }[]
  /** By the plan's item that the budget lines name; null for those that name none. */
  readonly spentByPlanItem: readonly { readonly planItem: string | null; readonly amount: number }[]
  readonly transferredOut: number
  readonly balance: number
  /** What of the balance was promised and not yet paid. */
  readonly reserved: number
  /** Donated things in stock, each in its own unit. */
  readonly goods: readonly { readonly item: string; readonly unit: string; readonly quantity: number }[]
}

/** What `GET /api/v1/funds/balances` answers. */
export interface BalancesAnswer {
  /** `YYYY-MM-DD` */
  readonly date: string
  /** The instant as of which entries are told; null for what is known now. */
  readonly asOf: string | null
  readonly funds: readonly FundBalance[]
}
