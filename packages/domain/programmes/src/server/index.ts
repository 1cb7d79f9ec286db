export { programmesServer } from './programmes-server.js'
