export { personsAdmin } from './persons-admin.js'
