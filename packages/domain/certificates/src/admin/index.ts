export { certificatesAdmin } from './certificates-admin.js'
export { disabilityWords } from './disability-words.js'
