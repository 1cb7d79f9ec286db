import { payers } from '../../contract/shared/cost.js'

type Payer = (typeof payers)[number]

/** A row on its way that cost something. */
interface Costly {
  readonly values: { cost: number | null; selfPaid: number | null; isFree: boolean | null } & {
    readonly [Name in Payer]: number | null
  }
  refuse(field: 'cost', message: string): void
}

/** Leaves the person what nobody else bears, in fen. Nothing is known of it where the cost is not. */
export function shareCost({ values, refuse }: Costly, record: string): void {
  const others = payers.reduce((sum, payer) => sum + (values[payer] ?? 0), 0)
  if (values.cost === null) {
    if (others > 0) refuse('cost', `${record}.problem.costUnknown`)
    values.selfPaid = null
    values.isFree = null
    return
  }
  if (others > values.cost) refuse('cost', `${record}.problem.shares`)
  values.selfPaid = values.cost - others
  values.isFree = values.selfPaid === 0
}
