export { matchingAdmin } from './matching-admin.js'
