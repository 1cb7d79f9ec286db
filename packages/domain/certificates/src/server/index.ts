export { certificatesServer } from './certificates-server.js'
