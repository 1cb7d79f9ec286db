export { povertyRelief } from './poverty-relief.js'
