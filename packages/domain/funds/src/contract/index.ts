export { funds } from './funds.js'
export { fundSources, namedRecipients, recipientKinds } from './sources.js'
