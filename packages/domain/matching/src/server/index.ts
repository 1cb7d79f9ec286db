export { matchingServer } from './matching-server.js'
