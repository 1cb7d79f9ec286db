export { planningAdmin } from './planning-admin.js'
