export { fundsAdmin } from './funds-admin.js'
