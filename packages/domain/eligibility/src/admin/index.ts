export { eligibilityAdmin } from './eligibility-admin.js'
