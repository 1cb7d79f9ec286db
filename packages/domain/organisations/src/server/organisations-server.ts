import { figuresId } from '@opendpf/figures'
import { implementModule } from '@opendpf/kit/server'
import { organisations } from '../contract/index.js'
import { migrations } from './migrations.js'
import { organisationHooks } from './organisation-hooks.js'
import { organisationMeasures } from './organisation-measures.js'
import { appraisalHooks, holderHooks, postHooks, staffingRuleHooks } from './post-hooks.js'
import { staffingRoutes } from './staffing-routes.js'

/** The server half of the register of organisations. */
export const organisationsServer = implementModule(organisations, {
  migrations,
  hooks: {
    organisation: organisationHooks,
    post: postHooks,
    holder: holderHooks,
    appraisal: appraisalHooks,
    staffingRule: staffingRuleHooks,
  },
  provides: { [figuresId]: organisationMeasures },
  routes: (kit) => staffingRoutes(kit.router(), kit),
})
