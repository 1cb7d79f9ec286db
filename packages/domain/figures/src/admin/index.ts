export { figuresAdmin } from './figures-admin.js'
