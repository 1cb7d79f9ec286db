/** Money is the county's: towns read the lines of those who live in them. Who may take which step is narrowed by four eyes. */
export const paymentRoles = {
  'county-clerk': [
    'batch.arrange',
    'batch.refresh',
    'batch.verify',
    'batch.send',
    'batch.takeResult',
    'batch.reconcile',
    'batch.close',
    'batch.drop',
    'batch.reissue',
    'line.drop',
    'accountException.confirm',
    'accountException.end',
    'recovery.cancel',
  ],
} as const
