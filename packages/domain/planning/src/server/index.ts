export { planningServer } from './planning-server.js'
