import { OpenDpfError } from '@opendpf/errors'
import type { Actor } from '@opendpf/kit'
import { type Locale, messageOf } from '@opendpf/messages'
import { businessDateOf } from '@opendpf/standards'
import { uuidv7 } from 'uuidv7'
import { divisionOfActor } from '../jobs/division-of-actor.js'
import type { Platform } from '../platform/platform.js'
import { createReader } from '../read/reader.js'
import type { ImportMode, ImportPlan, ImportState } from '../system/contract/import.js'
import type { Services } from '../system/services.js'
import { writeTransaction } from '../write/transaction.js'
import { rowOrThrow } from '../write/writer.js'
import {
  changeImport,
  fileOf,
  type ImportRow,
  type ImportStep,
  importRecordOf,
  kindFor,
  lockImport,
} from './import-state.js'
import { importTexts } from './messages.js'
import { type ImportSource, openSource, sheetsOfPlan } from './open-source.js'

/** Who asks for something to be done with an import, and with what it is done. */
export interface ImportRequest {
  readonly platform: Platform
  readonly services: Services
  readonly actor: Actor
  readonly locale: Locale
}

const dayLength = 86_400_000
/** A file is kept as long as somebody may want to correct and repeat it. */
const fileKeptDays = 30

/** Takes a file in: it is opened once to see that it can be read, then stored sealed. */
export async function uploadImport(
  request: ImportRequest,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly kind: string },
): Promise<{ readonly row: ImportRow; readonly source: ImportSource }> {
  const { platform, services, actor, locale } = request
  const kind = kindFor(platform, file.kind, actor)
  const source = await openSource(file.bytes, { name: file.name, kind, registry: platform.registry, locale })
  const id = uuidv7()
  const division = await divisionOfActor(platform, actor)
  const stored = await services.files.put(fileOf(id), [file.bytes])
  const now = platform.clock.now()
  try {
    const row = await writeTransaction(platform, request, async (write) => {
      const values = {
        title: file.name.slice(-200),
        kind: kind.id,
        state: 'uploaded',
        fileHash: stored.hash,
        fileBytes: stored.bytes,
        rows: 0,
        creates: 0,
        updates: 0,
        unchanged: 0,
        problems: 0,
        warnings: 0,
        uploadedAt: now.toISOString(),
        fileUntil: new Date(now.getTime() + fileKeptDays * dayLength).toISOString(),
        division,
      }
      const [outcome] = await write.apply(importRecordOf(platform), [{ action: 'create', id, values }], 'module')
      if (outcome === undefined) throw new OpenDpfError('not-found')
      return rowOrThrow(outcome) as unknown as ImportRow
    })
    return { row, source }
  } catch (error) {
    await services.files.remove(fileOf(id))
    throw error
  }
}

/**
 * Opens the file of an import once more, to choose its columns anew.
 *
 * @throws OpenDpfError `not-found` when the file is no longer kept, `permission-denied`
 */
export async function reopenImport(
  request: ImportRequest,
  id: string,
): Promise<{ readonly row: ImportRow; readonly source: ImportSource }> {
  const { platform, services, actor, locale } = request
  const row = await readImport(request, id)
  const kind = kindFor(platform, row.kind, actor)
  if (!(await services.files.has(fileOf(id)))) throw new OpenDpfError('not-found')
  const source = await openSource(await services.files.readAll(fileOf(id)), {
    name: row.title,
    kind,
    registry: platform.registry,
    locale,
  })
  return { row, source }
}

/** Queues the dry run of a file with the columns that a person chose; those are checked against the file first. */
export async function requestPlan(request: ImportRequest, id: string, plan: ImportPlan): Promise<string> {
  const { source } = await reopenImport(request, id)
  await sheetsOfPlan(source, plan, request.locale)
  refuseListAhead(request, plan)
  return queueStep(request, {
    id,
    from: ['uploaded', 'planned', 'failed', 'undone'],
    step: 'planStep',
    job: 'system.planImport',
    input: { id },
    values: { state: 'planning', plan },
  })
}

/** Queues the writing of a planned import. */
export async function requestRun(request: ImportRequest, id: string, mode: ImportMode): Promise<string> {
  const row = await readImport(request, id)
  kindFor(request.platform, row.kind, request.actor)
  if (mode === 'all-or-nothing' && row.problems > 0)
    throw new OpenDpfError('invalid-input', {
      fields: [{ path: 'mode', code: 'rowsRefused', message: refusedText(request, row.problems) }],
    })
  if (row.state === 'planned' && row.creates + row.updates === 0)
    throw new OpenDpfError('invalid-input', {
      fields: [
        { path: 'mode', code: 'nothingToImport', message: messageOf(importTexts, request.locale, 'nothingToImport') },
      ],
    })
  return queueStep(request, {
    id,
    from: ['planned'],
    step: 'runStep',
    job: 'system.runImport',
    input: { id, mode },
    values: { state: 'running', mode },
  })
}

/** Queues the undoing of an import. */
export async function requestUndo(request: ImportRequest, id: string): Promise<string> {
  const row = await readImport(request, id)
  kindFor(request.platform, row.kind, request.actor)
  return queueStep(request, {
    id,
    from: ['done'],
    step: 'undoStep',
    job: 'system.undoImport',
    input: { id },
    values: { state: 'undoing' },
  })
}

function refuseListAhead({ platform, locale }: ImportRequest, { defaults }: ImportPlan): void {
  const today = businessDateOf(platform.clock.now())
  if (defaults.date === undefined || defaults.date <= today) return
  const message = messageOf(importTexts, locale, 'listDateAhead', { today })
  throw new OpenDpfError('invalid-input', { fields: [{ path: 'defaults.date', code: 'listDateAhead', message }] })
}

function refusedText({ locale }: ImportRequest, count: number): string {
  return messageOf(importTexts, locale, 'hasProblems', { count })
}

async function readImport({ platform, actor }: ImportRequest, id: string): Promise<ImportRow> {
  const row = await platform.pool.use(
    actor.scope,
    async (session) =>
      (await createReader({ platform, actor, run: (work) => work(session) }).one(
        importRecordOf(platform),
        id,
      )) as unknown as ImportRow | undefined,
  )
  if (row === undefined) throw new OpenDpfError('not-found')
  return row
}

interface Step {
  readonly id: string
  readonly from: readonly ImportState[]
  readonly step: ImportStep
  readonly job: string
  readonly input: unknown
  readonly values: Readonly<Record<string, unknown>>
}

/** The import's state and its job change together or not at all. */
async function queueStep(request: ImportRequest, { id, from, step, job, input, values }: Step): Promise<string> {
  const { platform, services, actor, locale } = request
  const queued = await writeTransaction(platform, request, async (write, session) => {
    const row = await lockImport(write, session, id, { from, step, platform, locale })
    const jobId = await services.jobs.queueIn(write, session, { job, input, actor, locale })
    await changeImport(write, row, { ...values, job: jobId, message: null }, platform)
    return jobId
  })
  services.jobs.wake()
  return queued
}
