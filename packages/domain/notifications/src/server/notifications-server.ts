import { implementModule } from '@opendpf/kit/server'
import { notifications, notificationsId, templatesOf } from '../contract/index.js'
import { contactHooks, mailboxHooks, messageHooks, wordingHooks } from './hooks.js'
import { inboxRoutes } from './inbox-routes.js'
import { migrations } from './migrations.js'
import { ownSources } from './own-sources.js'
import { purgeJob } from './purge-job.js'
import { remindJob } from './remind-job.js'
import { sendJob } from './send-job.js'
import { followEvent } from './telling/follow-event.js'

/** The server half of the engine of notifications. */
export const notificationsServer = implementModule(notifications, {
  migrations,
  hooks: { message: messageHooks, wording: wordingHooks, contact: contactHooks, mailbox: mailboxHooks },
  provides: { [notificationsId]: ownSources },
  onDeclared: {
    events: (registry) => [
      ...new Set([...templatesOf(registry).values()].flatMap(({ on }) => (on === 'daily' ? [] : [on.event]))),
    ],
    follow: followEvent,
  },
  jobs: { send: sendJob, remind: remindJob, purge: purgeJob },
  routes: inboxRoutes,
})
