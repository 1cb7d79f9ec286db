import { implementModule } from '@opendpf/kit/server'
import { eligibilityId, eligibilityModule } from '../contract/index.js'
import { benefitHooks } from './benefit-hooks.js'
import { explainRoutes } from './explain-routes.js'
import { migrations } from './migrations.js'
import { ownFacts } from './own-facts.js'
import { parameterGuards, parameterHooks } from './parameter-hooks.js'
import { populationRoutes } from './population-routes.js'
import { simulationRoutes } from './simulation-routes.js'

/** The server half of the engine of eligibility. */
export const eligibilityServer = implementModule(eligibilityModule, {
  migrations,
  hooks: { parameter: parameterHooks, benefit: benefitHooks },
  guards: parameterGuards,
  provides: { [eligibilityId]: ownFacts },
  routes: (kit) => simulationRoutes(populationRoutes(explainRoutes(kit.router(), kit), kit), kit),
})
