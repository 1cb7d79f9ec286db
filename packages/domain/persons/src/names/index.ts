export { nameKeyOf } from '../server/duplicates/name-key.js'
