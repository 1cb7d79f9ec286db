import { figuresId } from '@opendpf/figures'
import { implementModule } from '@opendpf/kit/server'
import { rehab } from '../contract/index.js'
import { assessmentHooks, fileHooks, followUpHooks, planHooks, planItemHooks } from './client/file-hooks.js'
import { clientGuards } from './client/guards.js'
import { serviceHooks } from './client/service-hooks.js'
import { clientMeasures } from './figures/client-measures.js'
import { needMeasures } from './figures/need-measures.js'
import { migrations } from './migrations/migrations.js'

/** The server half of the line. */
export const rehabServer = implementModule(rehab, {
  migrations,
  hooks: {
    file: fileHooks,
    assessment: assessmentHooks,
    plan: planHooks,
    planItem: planItemHooks,
    service: serviceHooks,
    followUp: followUpHooks,
  },
  guards: clientGuards,
  provides: { [figuresId]: { ...needMeasures, ...clientMeasures } },
})
