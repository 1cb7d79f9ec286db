export { surveysAdmin } from './surveys-admin.js'
