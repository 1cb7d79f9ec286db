import { implementModule } from '@opendpf/kit/server'
import { programmes } from '../contract/index.js'
import { checkApplications } from './application/check.js'
import { passOver } from './application/follow.js'
import { followDeath } from './application/follow-death.js'
import { applicationGuards } from './application/guards.js'
import { prepareApplication } from './application/prepare.js'
import { reserveMoney } from './application/reserve-money.js'
import { inspectProgrammes } from './inspect-programmes.js'
import { migrations } from './migrations.js'
import { followLines } from './notice/follow-lines.js'
import { postApplications } from './notice/post-applications.js'
import { offerGuards, offerHooks } from './offer-hooks.js'

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
        await passOver(changes, context)
      },
    },
  },
  guards: { ...offerGuards, ...applicationGuards },
  inspect: inspectProgrammes,
  on: { 'persons.person.deceased': followDeath, ...followLines },
})
