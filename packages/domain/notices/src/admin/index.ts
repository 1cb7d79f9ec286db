export { noticesAdmin } from './notices-admin.js'
