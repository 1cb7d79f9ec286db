export { accessAdmin } from './access-admin.js'
