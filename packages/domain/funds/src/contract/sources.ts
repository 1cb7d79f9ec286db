/** Where money comes from. Funds of different sources never pay for each other. */
export const fundSources = ['levy', 'appropriation', 'lottery', 'donation', 'transfer', 'other'] as const

/** Who gets what is spent. */
export const recipientKinds = ['person', 'household', 'organisation'] as const
