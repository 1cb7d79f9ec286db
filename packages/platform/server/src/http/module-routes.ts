import { OpenDpfError } from '@opendpf/errors'
import type { PlacedRecord } from '@opendpf/kit'
import { pathOf, permissionFor } from '@opendpf/kit'
import type { ModuleServer, RouteEnv, RouteKit } from '@opendpf/kit/server'
import { describeIssue } from '@opendpf/messages'
import type { MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { safeParse } from 'zod/v4/core'
import { once } from '../write/idempotency.js'
import { readSnapshot, writeTransaction } from '../write/transaction.js'
import { readBody, readIdempotencyKey } from './bodies.js'
import type { HttpEnv } from './environment.js'
import { recordRoutes } from './record-routes.js'

const guards = new WeakSet<object>()

/** All routes of a module: what its records get, and what it adds itself. */
export function moduleRoutes(server: ModuleServer): Hono<HttpEnv> {
  const { module } = server
  const routes = new Hono<HttpEnv>()
  routes.use(
    createMiddleware<HttpEnv>(async (c, next) => {
      const set = c.set as (key: string, value: unknown) => void
      set('transaction', async (work: Parameters<RouteEnv['Variables']['transaction']>[0]) => {
        const { platform, actor, locale } = c.var
        const idempotency = readIdempotencyKey(c, await c.req.text())
        return writeTransaction(platform, { actor, locale }, async (write, session) => {
          const { body } = await once(session, { platform, actor, idempotency }, async () => ({
            status: 200,
            body: await work(write.context),
          }))
          return body
        })
      })
      set('snapshot', (work: Parameters<RouteEnv['Variables']['snapshot']>[0]) => {
        const { platform, actor, locale } = c.var
        return readSnapshot(platform, { actor, locale }, work)
      })
      set('reveal', c.var.readPath.reveal)
      set('list', c.var.readPath.list)
      await next()
    }),
  )
  const own = server.routes?.(routeKit(module.id))
  if (own) {
    refuseUnguarded(module.id, own)
    routes.route('/', own)
  }
  for (const record of Object.values(module.records))
    routes.route(pathOf(record as PlacedRecord).slice(module.id.length + 1), recordRoutes(record as PlacedRecord))
  return routes
}

function routeKit(module: string): RouteKit {
  return {
    router: () => new Hono<RouteEnv>(),
    can(permission) {
      const [record = '', verb = ''] = permission.split('.')
      const needed = verb === '' ? `${module}:${permission}` : permissionFor({ module, name: record }, verb)
      const guard = createMiddleware<RouteEnv>(async (c, next) => {
        if (!c.var.actor.permissions.has(needed)) throw new OpenDpfError('permission-denied', { params: { needed } })
        await next()
      })
      guards.add(guard)
      return guard
    },
    body: (schema) =>
      createMiddleware<RouteEnv>(async (c, next) => {
        const input = await readBody(c)
        const result = safeParse(schema, input, { reportInput: true })
        if (!result.success) {
          throw new OpenDpfError('invalid-input', {
            fields: result.error.issues.map((issue) => ({
              path: issue.path.join('.'),
              ...describeIssue(
                issue,
                issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.'),
                c.var.locale,
              ),
            })),
          })
        }
        c.req.addValidatedData('json', result.data as object)
        await next()
      }) as MiddlewareHandler as never,
  }
}

/** A route that nobody guards must not be served: it fails when the server is composed, not when somebody finds it. */
function refuseUnguarded(module: string, own: Hono<RouteEnv>): void {
  const byRoute = Map.groupBy(own.routes, ({ method, path }) => `${method} ${path}`)
  for (const [route, handlers] of byRoute) {
    if (!route.startsWith('ALL ') && !handlers.some(({ handler }) => guards.has(handler)))
      throw new Error(`the route ${route} of module "${module}" has no permission`)
  }
}
