import type { PublicKit, PublicRoutes } from '@opendpf/kit/server'
import { apiRoutes } from './api-routes.js'
import { operations } from './operations.js'
import { pageRoutes } from './page-routes.js'

/** What anybody verifies with: the counties' keys, their signed lists, and a page that does it. */
export function publicRoutes(kit: PublicKit): PublicRoutes {
  return { api: apiRoutes(kit), operations, pages: pageRoutes(kit), scripted: ['/verify'] }
}
