import { implementModule } from '@opendpf/kit/server'
import { reports } from '../contract/index.js'
import { migrations } from './migrations.js'
import { reportHooks } from './report-hooks.js'
import { reportRoutes } from './report-routes.js'

/** The server half of the engine of reports. */
export const reportsServer = implementModule(reports, {
  migrations,
  hooks: { report: reportHooks },
  routes: reportRoutes,
})
