import { ReadableStream as WebStream } from 'node:stream/web'
import { OpenDpfError } from '@opendpf/errors'
import type { Actor } from '@opendpf/kit'
import type { RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import { layoutNoteText, type RecognisedSheet } from '@opendpf/sheets'
import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod'
import { requirePermission } from '../platform/actors.js'
import { openReadPath } from '../read/read-path.js'
import { importModes, importPlanSchema } from '../system/contract/import.js'
import { fromRequest } from '../system/server/from-request.js'
import { errorWorkbook } from './error-workbook.js'
import { type RowFilter, readRowPage } from './import-rows.js'
import { type ImportRow, importRecordOf, kindFor } from './import-state.js'
import { importKinds } from './kinds.js'
import type { ImportSource } from './open-source.js'
import { reopenImport, requestPlan, requestRun, requestUndo, uploadImport } from './requests.js'
import { importTemplate } from './template.js'

const filters: readonly RowFilter[] = ['problems', 'warnings', 'changes']
const largest = 64 * 1024 * 1024
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const mayImport = (actor: Actor, permissions: readonly string[]): boolean =>
  permissions.every((permission) => actor.permissions.has(permission))

/** Uploading, checking, running and undoing imports. Beside reading imports one needs the permission to import what the sheet holds. */
export function importRoutes(kit: RouteKit): Hono<RouteEnv> {
  const can = kit.can('import.read')
  const routes = kit.router()

  routes.get('/import-kinds', can, (c) => {
    const kinds = importKinds(c.var.registry).filter(({ permissions }) => mayImport(c.var.actor, permissions))
    return c.json({ kinds: kinds.map(({ id, title }) => ({ id, title: title(c.var.locale) })) })
  })
  routes.get('/import-kinds/:kind/template', can, (c) => {
    const kind = kindFor(fromRequest(c).platform, c.req.param('kind'), c.var.actor)
    return fileAnswer(importTemplate(kind, { registry: c.var.registry, locale: c.var.locale }), {
      name: `${kind.title(c.var.locale)}.xlsx`,
      type: xlsx,
    })
  })
  routes.post('/imports', can, bodyLimit({ maxSize: largest + 64 * 1024, onError: refuseLarge }), async (c) => {
    if (!(c.req.header('content-type') ?? '').startsWith('multipart/form-data'))
      throw new OpenDpfError('unsupported-media-type', { params: { accepted: 'multipart/form-data' } })
    const form = await c.req.formData()
    const [file, kind] = [form.get('file'), form.get('kind')]
    if (!(file instanceof File)) throw new OpenDpfError('invalid-request', { params: { what: 'file' } })
    if (typeof kind !== 'string') throw new OpenDpfError('invalid-request', { params: { what: 'kind' } })
    if (file.size > largest) refuseLarge()
    const { row, source } = await uploadImport(
      { ...fromRequest(c), actor: c.var.actor, locale: c.var.locale },
      { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), kind },
    )
    return c.json(shownFile(row, source, c.var.locale), 201)
  })
  routes.get('/imports/:id/sheets', can, async (c) => {
    const { row, source } = await reopenImport(
      { ...fromRequest(c), actor: c.var.actor, locale: c.var.locale },
      c.req.param('id'),
    )
    return c.json(shownFile(row, source, c.var.locale))
  })
  routes.post('/imports/:id/plan', can, kit.body(importPlanSchema), async (c) =>
    c.json(
      {
        job: await requestPlan(
          { ...fromRequest(c), actor: c.var.actor, locale: c.var.locale },
          c.req.param('id'),
          c.req.valid('json'),
        ),
      },
      202,
    ),
  )
  routes.post('/imports/:id/run', can, kit.body(z.object({ mode: z.enum(importModes) })), async (c) =>
    c.json(
      {
        job: await requestRun(
          { ...fromRequest(c), actor: c.var.actor, locale: c.var.locale },
          c.req.param('id'),
          c.req.valid('json').mode,
        ),
      },
      202,
    ),
  )
  routes.post('/imports/:id/undo', can, async (c) =>
    c.json(
      { job: await requestUndo({ ...fromRequest(c), actor: c.var.actor, locale: c.var.locale }, c.req.param('id')) },
      202,
    ),
  )
  routes.get('/imports/:id/rows', can, async (c) => {
    const { platform } = fromRequest(c)
    const only = filters.find((filter) => filter === c.req.query('only'))
    if (c.req.query('only') !== undefined && only === undefined)
      throw new OpenDpfError('invalid-request', { params: { what: 'only' } })
    const id = c.req.param('id')
    await openReadPath(platform, c.var.actor).one(importRecordOf(platform), id)
    const row = (await c.var.read.one(importRecordOf(platform), id)) as unknown as ImportRow
    const sheets = row.plan?.sheets.map(({ name }) => name) ?? []
    return c.json(
      await platform.pool.use(c.var.actor.scope, (session) =>
        readRowPage(session, { id, only, cursor: c.req.query('cursor'), sheets, crypto: platform.crypto }),
      ),
    )
  })
  routes.get('/imports/:id/errors.xlsx', can, async (c) => {
    const { platform, services } = fromRequest(c)
    const row = (await c.var.read.one(importRecordOf(platform), c.req.param('id'))) as unknown as ImportRow | undefined
    if (row === undefined) throw new OpenDpfError('not-found')
    requirePermission(c.var.actor, 'system:import.read')
    const content = await errorWorkbook(row, {
      platform,
      files: services.files,
      actor: c.var.actor,
      locale: c.var.locale,
    })
    return fileAnswer(content, {
      name: `${row.title.replace(/\.[^.]*$/, '')}-${c.var.locale === 'zh-CN' ? '待改正' : 'to-correct'}.xlsx`,
      type: xlsx,
    })
  })
  return routes
}

function refuseLarge(): never {
  throw new OpenDpfError('too-large', { params: { limit: '64 MB' } })
}

/** A file as an answer; its name may hold any character. */
export function fileAnswer(
  content: AsyncIterable<Uint8Array>,
  { name, type }: { readonly name: string; readonly type: string },
): Response {
  return new Response(WebStream.from(content) as unknown as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}

/** What stands in a file and what it can be taken for. */
function shownFile({ id, version }: ImportRow, { sheets, columns, workbook }: ImportSource, locale: Locale) {
  return {
    id,
    version,
    sheets: sheets.map((sheet) =>
      shownSheet(sheet, workbook.sheets.find(({ name }) => name === sheet.name)?.rowsAtMost, locale),
    ),
    hasMarks: columns.some(({ aspect }) => aspect === 'mark'),
    fields: columns.map(({ address, labels, spec }) => ({
      field: address,
      label: labels[locale],
      required: spec.required === true,
    })),
  }
}

function shownSheet({ name, hidden, layout, isOffered }: RecognisedSheet, rows: number | undefined, locale: Locale) {
  return {
    name,
    hidden,
    isOffered,
    rows: rows ?? null,
    layout: {
      headerRows: layout.headerRows ?? [0, 0],
      titleLines: layout.titleLines,
      columns: layout.columns.map(({ index, heading, role, suggestion, alternatives }) => ({
        index,
        heading,
        role,
        ...(suggestion
          ? { field: suggestion.field, confidence: suggestion.confidence, because: suggestion.because }
          : {}),
        alternatives,
      })),
      ambiguities: layout.ambiguities,
      missing: layout.missing,
      notes: layout.notes.map((note) => layoutNoteText(note, locale)),
    },
  }
}
