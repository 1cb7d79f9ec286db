import { implementModule } from '@opendpf/kit/server'
import { figures } from '../contract/index.js'
import { externalHooks } from './external-hooks.js'
import { figureLists } from './figure-lists.js'
import { figureRoutes } from './figure-routes.js'
import { frozenHooks } from './frozen-hooks.js'
import { migrations } from './migrations.js'

/** The server half of the engine of figures. */
export const figuresServer = implementModule(figures, {
  migrations,
  hooks: { externalFigure: externalHooks, frozenFigure: frozenHooks },
  routes: figureRoutes,
  provides: { system: figureLists },
})
