export type { Inbox, InboxCount, InboxMessage } from './inbox.js'
export { type ChannelName, channelNames, type MessageState, messageStates } from './message.js'
export { notifications } from './notifications.js'
export { ownTemplates } from './own-templates.js'
export {
  type NotificationTemplate,
  type NotificationTemplates,
  notificationsId,
  notificationTemplates,
  placeholdersIn,
  type Recipient,
  recipients,
  strangePlaceholders,
  templatesOf,
} from './template.js'
