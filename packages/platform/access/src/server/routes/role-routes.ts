import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { access } from '../../contract/index.js'
import { roleSetsOf } from '../authenticator/role-sets.js'

/** What a role comes to in this deployment: its patterns, spelled out. */
export function roleRoutes({ router, can }: RouteKit): Hono<RouteEnv> {
  return router().get('/roles/:id/permissions', can('role.read'), async (c) => {
    const row = await c.var.read.one(access.records.role, c.req.param('id'))
    if (!row) throw new OpenDpfError('not-found')
    const { kind, permissions, needsSecondFactor, shippedAs } = row
    const set = roleSetsOf(c.var.registry).of({
      kind,
      permissions,
      needs_second_factor: needsSecondFactor,
      shipped_as: shippedAs,
    })
    return c.json({ permissions: [...set.permissions].sort(), needsSecondFactor: set.needsSecondFactor })
  })
}
