import { flag, money, optional, reference, type Shape } from '@opendpf/kit'

/** Who bears a part of what something cost, beside the person. */
export const payers = ['fundPaid', 'insurancePaid', 'reduced'] as const

/**
 * What something cost and who bore it, in fen: a fund of the federation, an insurance, the institution by a reduction, and the person with the
 * rest. Without a cost nothing is known, neither the rest nor whether it was free.
 */
export const costFields = {
  cost: optional(money({ headings: ['总费用', '费用'] })),
  fundPaid: optional(money({ headings: ['残联补助', '补助金额'] })),
  insurancePaid: optional(money({ headings: ['医保报销'] })),
  reduced: optional(money({ headings: ['机构减免'] })),
  selfPaid: optional(money({ isDerived: true })),
  isFree: optional(flag({ isDerived: true })),
  budgetLine: optional(reference('funds.budgetLine')),
} satisfies Shape
