export type { Connection, ModuleClient } from './connect.js'
export { connect } from './connect.js'
export type { AttachmentField, BulkRequest, RecordClient, WriteRequest, Written } from './record-client.js'
export type { ConnectionOptions, Fetch, Send, SendOptions, Transfer } from './send.js'
