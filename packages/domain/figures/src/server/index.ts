export { figuresServer } from './figures-server.js'
