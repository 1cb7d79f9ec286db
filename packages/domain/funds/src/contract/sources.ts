/** Where money comes from. Funds of different sources never pay for each other. */
export const fundSources = ['levy', 'appropriation', 'lottery', 'donation', 'transfer', 'other'] as const

/** What income is, by where it comes from. */
export const receiptKinds = ['levy', 'appropriation', 'donation', 'refund', 'other'] as const

/** Recipients that an expenditure names. */
export const namedRecipients = ['person', 'household', 'organisation'] as const
/** Who gets what is spent: somebody who is named, or the payees of a list that another module keeps. */
export const recipientKinds = [...namedRecipients, 'payees'] as const
