export { activitiesServer } from './activities-server.js'
