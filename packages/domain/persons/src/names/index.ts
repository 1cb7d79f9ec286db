export { nameKeyOf } from '../server/duplicates/name-key.js'
export { nameKeySql } from '../server/duplicates/name-key-sql.js'
