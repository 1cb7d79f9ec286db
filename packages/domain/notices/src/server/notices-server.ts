import { figuresId } from '@opendpf/figures'
import { implementModule } from '@opendpf/kit/server'
import { notificationsId } from '@opendpf/notifications'
import { notices } from '../contract/index.js'
import { boardRoutes } from './board-routes.js'
import { guards } from './guards.js'
import { lineHooks } from './hooks/line-hooks.js'
import { noticeHooks } from './hooks/notice-hooks.js'
import { objectionHooks } from './hooks/objection-hooks.js'
import { closeJob } from './jobs.js'
import { migrations } from './migrations.js'
import { noticeMeasures } from './notice-measures.js'
import { noticeSources } from './notice-sources.js'
import { postedList } from './posted-list.js'
import { publicRoutes } from './public/public-routes.js'

/** The server half of the engine of public notices. */
export const noticesServer = implementModule(notices, {
  migrations,
  hooks: { notice: noticeHooks, line: lineHooks, objection: objectionHooks },
  guards,
  provides: { [figuresId]: noticeMeasures, [notificationsId]: noticeSources },
  documents: { 'notice.postedList': postedList },
  jobs: { close: closeJob },
  routes: boardRoutes,
  publicRoutes,
})
