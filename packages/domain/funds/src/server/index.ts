export { fundsServer } from './funds-server.js'
