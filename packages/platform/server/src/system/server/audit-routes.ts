import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Context, Hono } from 'hono'
import type { LogFilter } from '../../audit/read-log.js'
import { readAccessLog, readAudit } from '../../audit/read-log.js'
import { system } from '../contract/index.js'
import { fromRequest } from './from-request.js'

const { job: jobRecord } = system.records

/** The two logs, for those who watch over the others: what was changed, and what was looked at. */
export function auditRoutes(kit: RouteKit): Hono<RouteEnv> {
  return kit
    .router()
    .get('/audit', kit.can('audit.read'), async (c) => {
      const { platform } = fromRequest(c)
      return c.json(
        await platform.pool.use(c.var.actor.scope, (session) => readAudit(session, c.var.actor.scope, filterOf(c))),
      )
    })
    .get('/access-log', kit.can('audit.read'), async (c) => {
      const { platform } = fromRequest(c)
      await platform.accessLog.flush()
      return c.json(
        await platform.pool.use(c.var.actor.scope, (session) => readAccessLog(session, c.var.actor.scope, filterOf(c))),
      )
    })
    .post('/audit/verify', kit.can('audit.verify'), async (c) =>
      c.json({ job: await c.var.queue('system.verifyAudit', {}) }, 202),
    )
    .get('/audit/verify/:id', kit.can('audit.verify'), async (c) => {
      const { platform } = fromRequest(c)
      const row = await c.var.read.one(jobRecord, c.req.param('id'))
      // an auditor sees his own verification and no other work
      if (row?.kind !== 'system.verifyAudit' || row.askedBy !== c.var.actor.id) throw new OpenDpfError('not-found')
      platform.accessLog.note({
        actor: c.var.actor,
        county: row.county,
        kind: 'read',
        record: jobRecord.ref,
        recordId: row.id,
      })
      const { id, state, progressDone, message, result, queuedAt, endedAt } = row
      return c.json({ id, state, progressDone, message, result, queuedAt, endedAt })
    })
}

const known = new Set(['record', 'recordId', 'actor', 'cursor'])

function filterOf(c: Context<RouteEnv>): LogFilter {
  const query = c.req.query()
  for (const name of Object.keys(query))
    if (!known.has(name)) throw new OpenDpfError('invalid-request', { params: { what: name } })
  return query
}
