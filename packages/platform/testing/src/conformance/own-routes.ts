import type { ModuleServer, RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'

/** A route that a module adds itself. */
export interface OwnRoute {
  readonly method: string
  /** Below `/api/v1/<module>`, with `:name` for what varies. */
  readonly path: string
  /** The permission it asks for, as the module wrote it; undefined when it asks for none. */
  readonly permission: string | undefined
}

/** Reads a module's own routes with a kit that only takes notes. */
export function ownRoutesOf(implementation: ModuleServer): readonly OwnRoute[] {
  const permissions = new Map<object, string>()
  const pass = (): MiddlewareHandler<RouteEnv> => createMiddleware<RouteEnv>(async (_, next) => next())
  const kit: RouteKit = {
    router: () => new Hono<RouteEnv>(),
    can(permission) {
      const guard = pass()
      permissions.set(guard, permission)
      return guard
    },
    body: () => pass() as never,
  }
  const own = implementation.routes?.(kit)
  const handlers = Map.groupBy(own?.routes ?? [], ({ method, path }) => `${method} ${path}`)
  return [...handlers].flatMap(([key, group]) => {
    const [method = '', path = ''] = key.split(' ')
    if (method === 'ALL') return []
    return [
      {
        method,
        path,
        permission: group.map(({ handler }) => permissions.get(handler)).find((name) => name !== undefined),
      },
    ]
  })
}
