import { figuresId } from '@opendpf/figures'
import { implementModule } from '@opendpf/kit/server'
import { payments } from '../contract/index.js'
import { paymentList } from './documents/payment-list.js'
import { makeFilesJob } from './files/make-files-job.js'
import { guards, otherGuards } from './guards.js'
import { batchHooks } from './hooks/batch-hooks.js'
import { exceptionHooks } from './hooks/exception-hooks.js'
import { lineHooks } from './hooks/line-hooks.js'
import { overpaymentHooks } from './hooks/overpayment-hooks.js'
import { recoveryHooks } from './hooks/recovery-hooks.js'
import { templateHooks } from './hooks/template-hooks.js'
import { paymentMeasures } from './measures.js'
import { migrations } from './migrations.js'
import { followStops } from './recovery/follow-stops.js'
import { paymentRoutes } from './routes/payment-routes.js'

/** The server half of the engine of payments. */
export const paymentsServer = implementModule(payments, {
  migrations,
  hooks: {
    batch: batchHooks,
    line: lineHooks,
    fileTemplate: templateHooks,
    accountException: exceptionHooks,
    overpayment: overpaymentHooks,
    recovery: recoveryHooks,
  },
  guards: { ...guards, ...otherGuards },
  documents: { 'batch.paymentList': paymentList },
  provides: { [figuresId]: paymentMeasures },
  routes: paymentRoutes,
  jobs: { makeFiles: makeFilesJob },
  on: { 'programmes.enrolment.overpaid': followStops },
})
