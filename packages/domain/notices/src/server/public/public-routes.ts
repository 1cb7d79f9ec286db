import type { PublicKit, PublicRoutes } from '@opendpf/kit/server'
import { apiRoutes } from './api-routes.js'
import { operations } from './operations.js'
import { pageRoutes } from './page-routes.js'

/** What anybody reads and sends without an account. */
export function publicRoutes(kit: PublicKit): PublicRoutes {
  return { api: apiRoutes(kit), operations, pages: pageRoutes(kit) }
}
