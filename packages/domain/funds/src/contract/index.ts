export type { BalancesAnswer, FundBalance } from './balances.js'
export { funds } from './funds.js'
export { fundSources, namedRecipients, receiptKinds, recipientKinds } from './sources.js'
