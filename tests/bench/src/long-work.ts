import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { countyCode, rosterWorkbook } from '@opendpf/demo-county'
import type { Actor } from '@opendpf/kit'
import { createReader, requestExport, systemActor } from '@opendpf/server'
import type { BenchCounty } from './county.js'
import type { Served } from './served.js'
import { ask } from './served.js'

type Session = Readonly<Record<string, string>>

/** How an export of the whole register went. */
export interface ExportFigure {
  readonly rows: number
  readonly seconds: number
  readonly megabytes: number
  /** How much the process grew at most while it made the file. */
  readonly grownMegabytes: number
}

/** Exports every person as a workbook, from the request to the finished file, in the process that asks. */
export async function measureExport({ deployment: { platform }, server }: BenchCounty): Promise<ExportFigure> {
  const actor: Actor = { ...systemActor, scope: { level: 'county', code: countyCode.slice(0, 6) } }
  const reader = createReader({ platform, actor, run: (work) => platform.pool.use(actor.scope, work) })
  const record = platform.registry.record('system.export')
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  const start = performance.now()
  try {
    const { id } = await requestExport(
      { platform, services: server.services, actor, locale: 'zh-CN' },
      {
        record: 'persons.person',
        query: { filters: {}, within: countyCode },
        format: 'xlsx',
        unmasked: false,
        reason: '基准测试',
      },
    )
    for (;;) {
      const row = (await reader.one(record, id)) as unknown as { state: string; rows: number; fileBytes: number }
      if (row.state === 'ready')
        return {
          rows: row.rows,
          seconds: (performance.now() - start) / 1000,
          megabytes: row.fileBytes / 2 ** 20,
          grownMegabytes: (peak - before) / 2 ** 20,
        }
      if (row.state !== 'queued') throw new Error(`the export ended as ${row.state}`)
      await pause(50)
    }
  } finally {
    clearInterval(watch)
  }
}

/** Starts the dry run of a workbook of newcomers, so that something long runs in the server; answers a promise of its end. */
export async function startImport(
  served: Served,
  session: Session,
  persons: number,
): Promise<{ readonly ended: Promise<string> }> {
  const bytes = await buffer(Readable.from(rosterWorkbook({ persons, seed: 'beside' })))
  const form = new FormData()
  form.set('kind', 'certificates.roster')
  form.set('file', new Blob([new Uint8Array(bytes)]), 'beside.xlsx')
  const upload = await ask<{
    readonly id: string
    readonly sheets: readonly {
      readonly name: string
      readonly layout: {
        readonly headerRows: readonly [number, number]
        readonly columns: readonly { readonly index: number; readonly field?: string }[]
      }
    }[]
  }>(served, session, { method: 'POST', path: '/system/imports', body: form })
  const sheets = upload.sheets.map(({ name, layout }) => ({
    name,
    headerRows: layout.headerRows,
    columns: Object.fromEntries(layout.columns.map(({ index, field }) => [index, field ?? null])),
  }))
  await ask(served, session, {
    method: 'POST',
    path: `/system/imports/${upload.id}/plan`,
    body: { sheets, defaults: { division: countyCode } },
  })
  return { ended: settled(served, session, `/system/imports/${upload.id}`) }
}

async function settled(served: Served, session: Session, path: string): Promise<string> {
  for (;;) {
    const { fields } = await ask<{ readonly fields: { readonly state: string } }>(served, session, { path })
    if (fields.state !== 'planning') return fields.state
    await pause(200)
  }
}
