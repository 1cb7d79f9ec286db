export { programmesAdmin } from './programmes-admin.js'
