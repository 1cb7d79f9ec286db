import { defineModule } from '@opendpf/kit'
import { contact, mailbox } from './contact.js'
import { message } from './message.js'
import { messages } from './messages/messages.js'
import { ownTemplates } from './own-templates.js'
import { notificationsId } from './template.js'
import { wording } from './wording.js'

/** The engine of notifications. */
export const notifications = defineModule({
  id: notificationsId,
  records: { message, wording, contact, mailbox },
  roles: {
    'town-clerk': ['message.noteSent', 'message.drop'],
    'county-clerk': ['message.tryAgain', 'message.noteSent', 'message.drop'],
  },
  declares: { [notificationsId]: ownTemplates },
  messages,
})
