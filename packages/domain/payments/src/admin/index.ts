export { paymentsAdmin } from './payments-admin.js'
