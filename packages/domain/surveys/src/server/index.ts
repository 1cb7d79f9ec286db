export { surveysServer } from './surveys-server.js'
