export { eligibilityServer } from './eligibility-server.js'
