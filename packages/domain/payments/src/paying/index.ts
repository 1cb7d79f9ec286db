export { type Added, addLines, type LinesToPay, type LineToPay } from './add-lines.js'
