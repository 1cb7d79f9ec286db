import { implementModule } from '@opendpf/kit/server'
import { verifyAuditJob } from '../../audit/verify-job.js'
import { deadlineHooks } from '../../deadlines/deadline-hooks.js'
import { limitHooks } from '../../deadlines/limit-hooks.js'
import { runClocksJob } from '../../deadlines/run-clocks.js'
import { printBatchJob } from '../../documents/print-batch.js'
import { deliveryRoutes } from '../../events/routes.js'
import { makeExportJob } from '../../exports/make-export.js'
import { exportRoutes } from '../../exports/routes.js'
import { purgeFilesJob } from '../../files/purge-files.js'
import { importJobs } from '../../imports/jobs.js'
import { importRoutes } from '../../imports/routes.js'
import { tidyJob } from '../../jobs/tidy.js'
import { system } from '../contract/index.js'
import { auditRoutes } from './audit-routes.js'
import { divisionHooks } from './division-hooks.js'
import { divisionRoutes } from './division-routes.js'
import { jobRoutes } from './job-routes.js'
import { systemMigrations } from './migrations.js'
import { webhookHooks } from './webhook-hooks.js'

export const systemServer = implementModule(system, {
  migrations: systemMigrations,
  hooks: { division: divisionHooks, webhook: webhookHooks, deadline: deadlineHooks, limit: limitHooks },
  jobs: {
    ...importJobs,
    makeExport: makeExportJob,
    printDocuments: printBatchJob,
    purgeFiles: purgeFilesJob,
    runClocks: runClocksJob,
    tidy: tidyJob,
    verifyAudit: verifyAuditJob,
  },
  routes: (kit) =>
    kit
      .router()
      .route('/', auditRoutes(kit))
      .route('/', divisionRoutes(kit))
      .route('/', jobRoutes(kit))
      .route('/', importRoutes(kit))
      .route('/', exportRoutes(kit))
      .route('/', deliveryRoutes(kit)),
})
