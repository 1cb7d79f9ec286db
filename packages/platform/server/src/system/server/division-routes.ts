import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import { parseDivision } from '@opendpf/standards'
import type { Hono } from 'hono'
import type { Divisions } from '../../platform/divisions.js'

/** The division tree for pickers: a county's few hundred rows in one answer, which a browser keeps until the tree changes. */
export function divisionRoutes(kit: RouteKit): Hono<RouteEnv> {
  return kit.router().get('/divisions/tree', kit.can('division.read'), async (c) => {
    const under = c.req.query('under') ?? ''
    if (!parseDivision(under).ok) throw new OpenDpfError('invalid-request', { params: { what: 'under' } })
    const divisions = (c.var as unknown as { platform: { divisions: Divisions } }).platform.divisions
    await divisions.ready()
    const tag = `"${divisions.version}-${under}"`
    c.header('ETag', tag)
    c.header('Cache-Control', 'private, no-cache')
    if (c.req.header('if-none-match') === tag) return c.body(null, 304)
    const rows = divisions.under(under).filter(({ isCurrent }) => isCurrent)
    return c.json({
      version: divisions.version,
      divisions: rows.map(({ code, name, level, parent }) => ({ code, name, level, parent })),
    })
  })
}
