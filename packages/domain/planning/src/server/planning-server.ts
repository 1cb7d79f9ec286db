import { implementModule } from '@opendpf/kit/server'
import { planning } from '../contract/index.js'
import { guards } from './guards.js'
import { amendmentHooks } from './hooks/amendment-hooks.js'
import { itemHooks } from './hooks/item-hooks.js'
import { commentHooks, projectHooks, sectionHooks } from './hooks/part-hooks.js'
import { planHooks } from './hooks/plan-hooks.js'
import { resultHooks } from './hooks/result-hooks.js'
import { chapterHooks, criterionHooks, remedyHooks, schemeHooks } from './hooks/scheme-hooks.js'
import { splitHooks } from './hooks/split-hooks.js'
import { migrations } from './migrations.js'
import { planningRoutes } from './routes/planning-routes.js'

/** The server half of the engine of plans. */
export const planningServer = implementModule(planning, {
  migrations,
  hooks: {
    plan: planHooks,
    section: sectionHooks,
    project: projectHooks,
    item: itemHooks,
    split: splitHooks,
    result: resultHooks,
    amendment: amendmentHooks,
    comment: commentHooks,
    scheme: schemeHooks,
    chapter: chapterHooks,
    criterion: criterionHooks,
    remedy: remedyHooks,
  },
  guards,
  routes: planningRoutes,
})
