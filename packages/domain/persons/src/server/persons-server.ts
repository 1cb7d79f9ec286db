import { eligibilityId } from '@opendpf/eligibility'
import { figuresId } from '@opendpf/figures'
import { implementModule } from '@opendpf/kit/server'
import { persons } from '../contract/index.js'
import { accountHooks, guardianHooks, needHooks } from './details/care-hooks.js'
import { statusHooks } from './details/status-hooks.js'
import { personFactSources } from './facts/person-facts.js'
import { personMeasures } from './figures/person-measures.js'
import { householdHooks, memberHooks } from './households/hooks.js'
import { householdRoutes } from './households/routes.js'
import { jobRoutes } from './job-routes.js'
import { findDuplicatesJob, refreshHouseholdsJob } from './jobs.js'
import { mergeRoutes } from './merging/routes.js'
import { migrations } from './migrations.js'
import { personHooks } from './person/hooks.js'

/** The server half of the register of persons and households. */
export const personsServer = implementModule(persons, {
  migrations,
  hooks: {
    person: personHooks,
    household: householdHooks,
    member: memberHooks,
    status: statusHooks,
    guardian: guardianHooks,
    need: needHooks,
    account: accountHooks,
  },
  provides: { [eligibilityId]: personFactSources, [figuresId]: personMeasures },
  jobs: { refreshHouseholds: refreshHouseholdsJob, findDuplicates: findDuplicatesJob },
  routes: (kit) => jobRoutes(mergeRoutes(householdRoutes(kit.router(), kit), kit), kit),
})
