export { organisationsServer } from './organisations-server.js'
