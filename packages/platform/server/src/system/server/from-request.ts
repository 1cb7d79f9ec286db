import type { RouteEnv } from '@opendpf/kit/server'
import type { Context } from 'hono'
import type { Platform } from '../../platform/platform.js'
import { type Services, servicesOf } from '../services.js'

/** The platform and its services, as a route of the module `system` finds them on its request. */
export function fromRequest(c: Context<RouteEnv>): { readonly platform: Platform; readonly services: Services } {
  const { platform } = c.var as unknown as { readonly platform: Platform }
  return {
    platform,
    // a server of records alone answers what needs neither queue nor files
    get services() {
      return servicesOf(platform)
    },
  }
}
