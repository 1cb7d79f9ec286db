import { implementModule } from '@opendpf/kit/server'
import { access } from '../contract/index.js'
import { apiKeyHooks } from './hooks/api-key-hooks.js'
import { grantHooks } from './hooks/grant-hooks.js'
import { roleHooks } from './hooks/role-hooks.js'
import { userHooks } from './hooks/user-hooks.js'
import { tidyJob } from './jobs.js'
import { migrations } from './migrations/index.js'
import { routes } from './routes/index.js'
import { seedRoles } from './seed.js'

/** The server half of the module. Signing in itself is put together by `createAuthenticator`. */
export const accessServer = implementModule(access, {
  migrations,
  hooks: { user: userHooks, role: roleHooks, grant: grantHooks, apiKey: apiKeyHooks },
  jobs: { tidy: tidyJob },
  seed: seedRoles,
  routes,
})
