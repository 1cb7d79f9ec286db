export { readProgress } from './read-progress.js'
