import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import * as z from 'zod'
import { draftNarrative, reportKinds, reports } from '../contract/index.js'
import { type ReportFormat, reportFile, reportFormats } from './report-file.js'
import { takeFigures } from './take-figures.js'

const { report } = reports.records

const composeBody = z.strictObject({
  kind: z.enum(reportKinds),
  title: z.string().trim().min(2).max(100),
})
const refreshBody = z.strictObject({ version: z.int().min(1) })

const types: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
}

/**
 * Reports: `POST /reports/plans/{id}/compose` drafts one from a plan, `POST /reports/reports/{id}/refresh` takes its figures anew and leaves its words as
 * they are, `GET /reports/reports/{id}/file?format=docx|xlsx|html` writes it.
 */
export function reportRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()

  routes.post('/plans/:id/compose', kit.can('report.compose'), kit.body(composeBody), async (c) => {
    const { kind, title } = c.req.valid('json')
    const plan = c.req.param('id')
    const figures = await c.var.snapshot((context) => takeFigures(context, plan))
    if (!figures) throw new OpenDpfError('not-found')
    const narrative = draftNarrative(kind, figures)
    const row = await c.var.transaction(({ write }) =>
      write.create(report, { title, kind, plan, narrative, figuresOn: figures.day, figures, state: 'draft' }),
    )
    return c.json({ id: row.id, title }, 201)
  })

  routes.post('/reports/:id/refresh', kit.can('report.update'), kit.body(refreshBody), async (c) => {
    const { version } = c.req.valid('json')
    const id = c.req.param('id')
    const figures = await c.var.snapshot(async (context) => {
      const row = await context.read.one(report, id)
      return row && takeFigures(context, row.plan)
    })
    if (!figures) throw new OpenDpfError('not-found')
    const row = await c.var.transaction(({ write }) =>
      write.update(report, { id, version, values: { figures, figuresOn: figures.day } }),
    )
    return c.json({ id, version: row.version, figuresOn: row.figuresOn })
  })

  routes.get('/reports/:id/file', kit.can('report.read'), async (c) => {
    const params = new URL(c.req.url).searchParams
    const format = params.get('format') ?? 'docx'
    if (!isFormat(format) || [...params.keys()].some((name) => name !== 'format'))
      throw new OpenDpfError('invalid-request', { params: { what: 'format' } })
    const row = await c.var.read.one(report, c.req.param('id'))
    if (!row) throw new OpenDpfError('not-found')
    c.header('Content-Type', types[format])
    const name = encodeURIComponent(`${row.title}.${format}`)
    c.header('Content-Disposition', `${format === 'html' ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
    return c.body(new Uint8Array(await reportFile(row, format, c.var.locale)))
  })

  return routes
}

function isFormat(format: string): format is ReportFormat {
  return (reportFormats as readonly string[]).includes(format)
}
