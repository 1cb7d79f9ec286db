import { contributeAdmin } from '@opendpf/kit/admin'
import { notifications } from '../contract/index.js'

/** The admin half of notifications: a bell above every page, the inbox that it leads to, and a desk for what does not go out by itself. */
export const notificationsAdmin = contributeAdmin(notifications, {
  icon: 'bell',
  header: {
    bell: {
      permission: 'message.read',
      component: async () => ({ default: (await import('./bell.js')).Bell }),
    },
  },
  pages: {
    inbox: {
      title: 'page.inbox',
      permission: 'message.read',
      component: async () => ({ default: (await import('./inbox-page.js')).InboxPage }),
    },
  },
  desks: {
    toSend: {
      title: 'desk.toSend',
      record: 'message',
      states: ['listed', 'unreachable', 'failed'],
      steps: ['noteSent', 'tryAgain'],
      together: ['noteSent', 'tryAgain', 'drop'],
    },
  },
})
