export { type Added, addLines, type LinesToPay, type LineToPay } from './add-lines.js'
export { type Payees, payeesBy } from './payees.js'
