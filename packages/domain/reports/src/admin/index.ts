export { reportsAdmin } from './reports-admin.js'
