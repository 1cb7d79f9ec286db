export { activitiesAdmin } from './activities-admin.js'
