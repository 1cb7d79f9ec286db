export { noticesServer } from './notices-server.js'
