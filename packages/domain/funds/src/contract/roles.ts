const clerk = ['receipt.take', 'receipt.cancel', 'expenditure.pay', 'expenditure.release'] as const

/** Money is the county's: towns read what lies in them. */
export const fundRoles = { 'county-clerk': [...clerk, 'fund.close'] } as const
