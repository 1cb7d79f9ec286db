export { rehabAdmin } from './rehab-admin.js'
