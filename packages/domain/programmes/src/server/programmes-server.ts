import { eligibilityId } from '@opendpf/eligibility'
import { figuresId } from '@opendpf/figures'
import { implementModule } from '@opendpf/kit/server'
import { payments } from '@opendpf/payments'
import { programmes } from '../contract/index.js'
import { checkApplications } from './application/check.js'
import { passOver } from './application/follow.js'
import { followDeath } from './application/follow-death.js'
import { applicationGuards } from './application/guards.js'
import { prepareApplication } from './application/prepare.js'
import { reserveMoney } from './application/reserve-money.js'
import { cycleGuards, cycleHooks } from './cycle/cycle-hooks.js'
import { differenceGuards, differenceHooks } from './cycle/difference-hooks.js'
import { entitlementHooks } from './cycle/entitlement-hooks.js'
import { followBatches } from './cycle/hand-over.js'
import { runCyclesJob } from './cycle/run-cycles.js'
import { enrol } from './enrolment/enrol.js'
import { enrolled } from './enrolment/enrolled.js'
import { enrolmentHooks } from './enrolment/enrolment-hooks.js'
import { receives } from './enrolment/receives.js'
import { inspectProgrammes } from './inspect-programmes.js'
import { programmeMeasures } from './measures.js'
import { migrations } from './migrations.js'
import { followLines } from './notice/follow-lines.js'
import { postApplications } from './notice/post-applications.js'
import { offerGuards, offerHooks } from './offer-hooks.js'
import { answerReceipts, receiptAnswered, receiptArrives } from './receipt/follow-receipts.js'
import { receiptGuards, receiptHooks } from './receipt/receipt-hooks.js'
import { programmeRoutes } from './routes.js'
import { takeoverHooks } from './takeover/takeover-hooks.js'

/** The server half of the engine of programmes. */
export const programmesServer = implementModule(programmes, {
  migrations,
  hooks: {
    offer: offerHooks,
    application: {
      prepare: prepareApplication,
      check: checkApplications,
      async after(changes, context) {
        await postApplications(changes, context)
        await reserveMoney(changes, context)
        await enrol(changes, context)
        answerReceipts(changes, context)
        await passOver(changes, context)
      },
    },
    receipt: receiptHooks,
    takeover: takeoverHooks,
    enrolment: enrolmentHooks,
    cycle: cycleHooks,
    difference: differenceHooks,
    entitlement: entitlementHooks,
  },
  guards: { ...offerGuards, ...applicationGuards, ...receiptGuards, ...cycleGuards, ...differenceGuards },
  provides: { [eligibilityId]: receives, [figuresId]: programmeMeasures, [payments.id]: enrolled },
  routes: programmeRoutes,
  jobs: { runCycles: runCyclesJob },
  inspect: inspectProgrammes,
  on: {
    'persons.person.deceased': followDeath,
    'programmes.receipt.pushed': receiptArrives,
    'programmes.receipt.answered': receiptAnswered,
    ...followLines,
    ...followBatches,
  },
})
