/** Papers of a batch. */
export const paymentDocuments = {
  /** 发放表: who is paid what, for those who sign for it. Account numbers stand in it masked. */
  paymentList: {
    record: 'batch',
    states: ['checked', 'reviewed', 'approved', 'filed', 'sent', 'reconciled', 'closed'],
  },
} as const
