export { reportsServer } from './reports-server.js'
