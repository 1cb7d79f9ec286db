import { implementModule } from '@opendpf/kit/server'
import { payments } from '../contract/index.js'
import { makeFilesJob } from './files/make-files-job.js'
import { guards } from './guards.js'
import { batchHooks } from './hooks/batch-hooks.js'
import { exchangeHooks } from './hooks/exchange-hooks.js'
import { lineHooks } from './hooks/line-hooks.js'
import { templateHooks } from './hooks/template-hooks.js'
import { migrations } from './migrations.js'

/** The server half of the engine of payments. */
export const paymentsServer = implementModule(payments, {
  migrations,
  hooks: { batch: batchHooks, line: lineHooks, fileTemplate: templateHooks, exchange: exchangeHooks },
  guards,
  jobs: { makeFiles: makeFilesJob },
})
