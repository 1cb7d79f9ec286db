/** What the pages of payments say in English. */
export const adminEn = {
  'page.findings': 'Accounts to check',
  'findings.lead':
    'What to look into about accounts before the next payment: none at all, in another name, or of several people. A row leads to the person or the account.',
  'findings.within': 'Place',
  'findings.missing': 'No account',
  'findings.unapproved': 'Another name, not approved',
  'findings.other-name': 'Another name',
  'findings.shared': 'Of several people',
  'findings.hint.missing':
    'They are enrolled or have lines to be paid, and no default account that is open. Enter one; where there are lines, look accounts up anew in the batch then.',
  'findings.hint.unapproved':
    "The default account is in another name, and two have not approved that, or its holder or number has changed since. Change it to the person's own, or ask for an exception.",
  'findings.hint.other-name': 'The holder is written otherwise than the person, approved or not.',
  'findings.hint.shared': 'Several people have the same number. Check whether one of a family draws for the others.',
  'findings.tab': '{{finding}} ({{count}})',
  'findings.tabAbove': '{{finding}} (more than {{count}})',
  'findings.notAllowed': 'Persons and accounts are shown to those who may read them in the register',
  'findings.none': 'No account has to be checked',
  'findings.count': '{{count}} in all',
  'findings.countAbove': 'more than {{count}}',
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
