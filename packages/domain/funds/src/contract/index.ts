export { funds } from './funds.js'
export { fundSources, recipientKinds } from './sources.js'
