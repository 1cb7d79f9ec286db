export { paymentsServer } from './payments-server.js'
