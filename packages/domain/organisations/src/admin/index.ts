export { organisationsAdmin } from './organisations-admin.js'
