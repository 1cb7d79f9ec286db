/** What the pages of payments say in English. */
export const adminEn = {
  'page.reconciliation': 'Reconciliation',
  'desk.approval': 'Approval of payments',
  'desk.cashier': 'Cashier',
  'desk.exceptions': 'Accounts in another name',
  'panel.received': 'Payments',
  'panel.nothingReceived': 'Nothing was paid yet',
  'reconciliation.lead':
    'Bring the bank’s result file: it is booked when nothing is wrong with it, and not at all when anything is. What came back is paid anew once the account was mended.',
  'reconciliation.none': 'No batch is at the bank',
  'reconciliation.early': 'Once the batch was sent to the bank its result file is brought here',
  'reconciliation.batch': 'Batch',
  'reconciliation.pending': 'Not told yet',
  'reconciliation.bring': 'Bring a result file',
  'reconciliation.do': 'Bring and book',
  'reconciliation.booked':
    'The last file was booked: {{paid}} lines paid, {{returned}} returned, {{missing}} not in the file',
  'reconciliation.refused':
    'The last file has {{count}} problems, and nothing of it was booked. Have the bank mend it and bring it again:',
  'reconciliation.returned': 'Returned lines',
  'reconciliation.needsDay': 'Fill in on which day the bank paid',
  'reconciliation.needsFile': 'Choose the result file of the bank',
  'reissue.do': 'Pay anew',
  'reissue.ask': 'Pay all returned lines anew?',
  'reissue.lead':
    'A new batch is made with the accounts as they are now, to be checked, reviewed and approved like any other. Mend the accounts first.',
  'reissue.right': 'Accounts that have not changed were looked at and are right',
  'reissue.done': 'The batch that pays anew was made',
} as const
