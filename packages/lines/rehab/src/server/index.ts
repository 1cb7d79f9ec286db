export { rehabServer } from './rehab-server.js'
