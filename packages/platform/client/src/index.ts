export type { Connection, ModuleClient } from './connect.js'
export { connect } from './connect.js'
export type { RecordClient, WriteRequest, Written } from './record-client.js'
export type { ConnectionOptions, Fetch, Send, SendOptions } from './send.js'
