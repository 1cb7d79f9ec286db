import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import * as z from 'zod'
import { planFileJsonSchema } from '../../contract/index.js'
import { exportPlan } from '../file/export-plan.js'
import type { FileReading } from '../file/file-problem.js'
import { importPlan } from '../file/import-plan.js'
import { readText, writeJson, writeYaml } from '../file/text-file.js'
import { readWorkbook, writeWorkbook } from '../file/workbook-file.js'
import { refuseParams } from './refuse-params.js'

const formats = ['yaml', 'json', 'xlsx'] as const
type Format = (typeof formats)[number]

const contentTypes: Readonly<Record<Format, string>> = {
  yaml: 'application/yaml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A file as it is sent: a text as it is, a workbook in base64. With `isTrial` nothing is written. */
const uploadSchema = z.strictObject({
  format: z.enum(formats),
  content: z.string().min(1).max(1_000_000),
  isTrial: z.boolean().optional(),
})

/** Plans as files: `GET /planning/plans/{id}/file`, `POST /planning/plan-files`, and the form of the file, `GET /planning/plan-files/schema`. */
export function fileRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()
  routes.get('/plan-files/schema', kit.can('plan.read'), (c) => {
    refuseParams(c.req.url)
    return c.json(planFileJsonSchema())
  })
  // a plan says nothing of persons: who may read it may take it along
  routes.get('/plans/:id/file', kit.can('plan.read'), async (c) => {
    refuseParams(c.req.url, ['format'])
    const format = c.req.query('format') ?? 'yaml'
    if (!isFormat(format)) throw new OpenDpfError('invalid-request', { params: { what: 'format' } })
    const file = await exportPlan(c.var, c.req.param('id'))
    if (!file) throw new OpenDpfError('not-found')
    const name = encodeURIComponent(`${file.plan.title}.${format}`)
    c.header('Content-Type', contentTypes[format])
    c.header('Content-Disposition', `attachment; filename*=UTF-8''${name}`)
    if (format === 'xlsx') return c.body(await bytesOf(writeWorkbook(file, c.var.locale)))
    return c.body(format === 'yaml' ? writeYaml(file) : writeJson(file))
  })
  routes.post('/plan-files', kit.can('plan.create'), kit.body(uploadSchema), async (c) => {
    const { format, content, isTrial = false } = c.req.valid('json')
    const { locale } = c.var
    const reading: FileReading =
      format === 'xlsx' ? await readWorkbook(Buffer.from(content, 'base64'), locale) : readText(content, locale)
    if (!reading.ok) throw new OpenDpfError('invalid-input', { fields: reading.problems })
    const { file } = reading
    if (isTrial) return c.json({ title: file.plan.title, items: file.items.length })
    const id = await c.var.transaction((context) => importPlan(context, file, locale))
    return c.json({ id, title: file.plan.title, items: file.items.length }, 201)
  })
  return routes
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return new Uint8Array(Buffer.concat(all))
}

function isFormat(format: string): format is Format {
  return (formats as readonly string[]).includes(format)
}
