import { contributeAdmin } from '@opendpf/kit/admin'
import { notices } from '../contract/index.js'

/** The admin half of public notices: the board of what is posted, beside the lists and pages that are derived. */
export const noticesAdmin = contributeAdmin(notices, {
  icon: 'megaphone',
  pages: {
    board: {
      title: 'page.board',
      permission: 'notice.read',
      component: async () => ({ default: (await import('./board-page.js')).BoardPage }),
    },
  },
})
