import { OpenDpfError } from '@opendpf/errors'
import type { ListQuery } from '@opendpf/kit'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Context, Hono } from 'hono'
import * as z from 'zod'
import { listQuery } from '../http/list-query.js'
import { fileAnswer } from '../imports/routes.js'
import { openReadPath } from '../read/read-path.js'
import { exportFormats } from '../system/contract/export.js'
import { fromRequest } from '../system/server/from-request.js'
import { type ExportRow, exportRecordOf } from './export-state.js'
import { decideExport, type ExportRequest, fetchExport, requestExport } from './requests.js'

const reason = z.string().trim().min(2).max(500)
const wantedExport = z.strictObject({
  record: z.string().max(100),
  query: listQuery,
  /** Rows that a module answers, instead of the whole list: which module, and what it is asked. */
  rows: z.strictObject({ of: z.string().max(60), asked: z.record(z.string(), z.unknown()) }).optional(),
  format: z.enum(exportFormats),
  unmasked: z.boolean().default(false),
  reason,
})
const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** Asking for exports, deciding about them, and fetching their files. Beside it one needs the permission to export the record. */
export function exportRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()
  const answer = async (c: Context<RouteEnv>, id: string, status: 200 | 201) => {
    const { platform } = fromRequest(c)
    return c.json(await openReadPath(platform, c.var.actor).one(exportRecordOf(platform), id), status)
  }
  routes.post('/exports', kit.can('export.read'), kit.body(wantedExport), async (c) => {
    const { query, rows, ...wanted } = c.req.valid('json')
    // zod leaves optional keys in with `undefined`; the query's type does not have them then
    const row = await requestExport(requestOf(c), {
      ...wanted,
      ...(rows === undefined ? {} : { rows }),
      query: JSON.parse(JSON.stringify(query)) as ListQuery,
    })
    return answer(c, row.id, 201)
  })
  routes.post(
    '/exports/:id/approve',
    kit.can('export.approve'),
    kit.body(z.strictObject({ reason: reason.optional() })),
    async (c) => {
      const row = await decideExport(requestOf(c), c.req.param('id'), {
        isApproved: true,
        reason: c.req.valid('json').reason ?? null,
      })
      return answer(c, row.id, 200)
    },
  )
  routes.post('/exports/:id/refuse', kit.can('export.approve'), kit.body(z.strictObject({ reason })), async (c) => {
    const row = await decideExport(requestOf(c), c.req.param('id'), {
      isApproved: false,
      reason: c.req.valid('json').reason,
    })
    return answer(c, row.id, 200)
  })
  routes.get('/exports/:id/file', kit.can('export.read'), async (c) => {
    const row = (await c.var.read.one(exportRecordOf(fromRequest(c).platform), c.req.param('id'))) as unknown as
      | ExportRow
      | undefined
    if (row === undefined) throw new OpenDpfError('not-found')
    return fileAnswer(await fetchExport(requestOf(c), row), {
      name: `${row.title}.${row.format}`,
      type: types[row.format],
    })
  })
  return routes
}

function requestOf(c: Context<RouteEnv>): ExportRequest {
  return { ...fromRequest(c), actor: c.var.actor, locale: c.var.locale }
}
