export { adminAt, type TestedDivision } from './admin-at.js'
