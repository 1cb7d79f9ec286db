import { defineModule } from '@opendpf/kit'
import { apiKey } from './api-key.js'
import { grant } from './grant.js'
import { messages } from './messages/messages.js'
import { role } from './role.js'
import { user } from './user.js'

/** Who may do what: users, their roles and keys. */
export const access = defineModule({
  id: 'access',
  records: { user, role, grant, apiKey },
  permissions: ['user.resetPassword', 'user.unlock', 'user.resetSecondFactor', 'apiKey.issue', 'signInLog.read'],
  messages,
})
