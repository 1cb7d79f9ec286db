export { type Balance, balancesOn, leastFrom } from './balance.js'
export { commit, type Reservation, release, releaseFor, reserve, type Settlement, settle } from './spend.js'
