import { implementModule } from '@opendpf/kit/server'
import { system } from '../contract/index.js'
import { divisionHooks } from './division-hooks.js'
import { divisionRoutes } from './division-routes.js'
import { jobRoutes } from './job-routes.js'
import { systemMigrations } from './migrations.js'

export const systemServer = implementModule(system, {
  migrations: systemMigrations,
  hooks: { division: divisionHooks },
  routes: (kit) => kit.router().route('/', divisionRoutes(kit)).route('/', jobRoutes(kit)),
})
