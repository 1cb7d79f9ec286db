export { personsServer } from './persons-server.js'
