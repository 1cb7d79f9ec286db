import { OpenDpfError } from '@opendpf/errors'
import type { Actor, ListQuery } from '@opendpf/kit'
import { allows, checkListQuery, permissionFor } from '@opendpf/kit'
import { type Locale, messageOf } from '@opendpf/messages'
import { businessDateOf } from '@opendpf/standards'
import { uuidv7 } from 'uuidv7'
import { divisionOfActor } from '../jobs/division-of-actor.js'
import { requirePermission } from '../platform/actors.js'
import type { Platform } from '../platform/platform.js'
import type { ExportFormat } from '../system/contract/export.js'
import type { Services } from '../system/services.js'
import { writeTransaction } from '../write/transaction.js'
import { rowOrThrow } from '../write/writer.js'
import { type AskedRows, checkAskedRows, writeAsked } from './asked-rows.js'
import { askerWithin } from './asked-territory.js'
import { hasMaskedFields } from './export-columns.js'
import { changeExport, type ExportRow, exportFileOf, exportRecordOf, lockExport } from './export-state.js'
import { exportTexts } from './messages.js'

/** Who asks for something to be done with an export, and with what it is done. */
export interface ExportRequest {
  readonly platform: Platform
  readonly services: Services
  readonly actor: Actor
  readonly locale: Locale
}

/** A list to be taken out. */
export interface WantedExport {
  readonly record: string
  readonly query: ListQuery
  /** Rows that a module answers, instead of the whole list. */
  readonly rows?: AskedRows
  readonly format: ExportFormat
  readonly unmasked: boolean
  readonly reason: string
}

/**
 * Asks for an export: the same list, with the same permission, as on the screen. Full values of personal data wait for another
 * person's approval; anything else is made at once.
 */
export async function requestExport(request: ExportRequest, wanted: WantedExport): Promise<ExportRow> {
  const { platform, services, actor, locale } = request
  const record = platform.registry.records.get(wanted.record)
  if (record === undefined || !allows(record, 'export'))
    throw new OpenDpfError('invalid-request', { params: { what: 'record' } })
  requirePermission(actor, permissionFor(record, 'read'))
  requirePermission(actor, permissionFor(record, 'export'))
  const { limit: _, cursor: __, ...query } = wanted.query
  checkListQuery(record, query)
  await checkAskedRows(request, { record, query, rows: wanted.rows })
  const needsApproval = wanted.unmasked && hasMaskedFields(record)
  const now = platform.clock.now()
  const division = await divisionOfActor(platform, actor)
  const row = await writeTransaction(platform, request, async (write, session) => {
    const id = uuidv7()
    const values = {
      title: messageOf(exportTexts, locale, 'title', {
        record: platform.registry.text(record.module, locale, record.name),
        when: businessDateOf(now),
      }),
      record: record.ref,
      format: wanted.format,
      isUnmasked: needsApproval,
      reason: wanted.reason,
      state: needsApproval ? 'waiting-for-approval' : 'queued',
      query: writeAsked(query, wanted.rows),
      askedBy: actor.id,
      askedByName: actor.name,
      rows: 0,
      fileBytes: 0,
      askedAt: now.toISOString(),
      division,
      job: needsApproval
        ? null
        : await services.jobs.queueIn(write, session, { job: 'system.makeExport', input: { id }, actor, locale }),
    }
    const [outcome] = await write.apply(exportRecordOf(platform), [{ action: 'create', id, values }], 'module')
    if (outcome === undefined) throw new OpenDpfError('not-found')
    return rowOrThrow(outcome) as unknown as ExportRow
  })
  services.jobs.wake()
  return row
}

/**
 * Lets an export out, or not. Nobody decides about his own.
 *
 * @throws OpenDpfError `permission-denied`, `wrong-state`, `not-found`
 */
export async function decideExport(
  request: ExportRequest,
  id: string,
  decision: { readonly isApproved: boolean; readonly reason: string | null },
): Promise<ExportRow> {
  const { platform, services, actor, locale } = request
  requirePermission(actor, 'system:export.approve')
  const row = await writeTransaction(platform, request, async (write, session) => {
    const locked = await lockExport(write, session, id, {
      from: ['waiting-for-approval'],
      step: decision.isApproved ? 'approveStep' : 'refuseStep',
      platform,
      locale,
    })
    if (locked.askedBy === actor.id)
      throw new OpenDpfError('permission-denied', { params: { needed: messageOf(exportTexts, locale, 'ownRequest') } })
    const decided = {
      decidedBy: actor.id,
      decidedByName: actor.name,
      decisionReason: decision.reason,
      decidedAt: platform.clock.now().toISOString(),
    }
    if (!decision.isApproved) return changeExport(write, locked, { ...decided, state: 'refused' }, platform)
    // it is made as the asker sees the list, whatever the approver may see
    const asker = await services.actorOf(locked.askedBy)
    if (asker === undefined) throw new OpenDpfError('not-found')
    if (askerWithin(asker, locked.division) === undefined) throw askerMoved(locale)
    const job = await services.jobs.queueIn(write, session, {
      job: 'system.makeExport',
      input: { id },
      actor: asker,
      locale,
      division: locked.division,
    })
    return changeExport(write, locked, { ...decided, state: 'queued', job }, platform)
  })
  services.jobs.wake()
  return row
}

/** What is said when whoever asked works elsewhere now. */
export function askerMoved(locale: Locale): OpenDpfError {
  const message = messageOf(exportTexts, locale, 'askerMoved')
  return new OpenDpfError('invalid-input', { fields: [{ path: 'division', code: 'askerMoved', message }] })
}

/** The file of an export, for whoever asked for it, while it is kept. Each time it is fetched the access log has a line first. */
export async function fetchExport(
  { platform, services, actor, locale }: ExportRequest,
  row: ExportRow,
): Promise<AsyncGenerator<Uint8Array>> {
  if (row.askedBy !== actor.id) throw new OpenDpfError('not-found')
  const record = platform.registry.record(row.record)
  requirePermission(actor, permissionFor(record, 'export'))
  const isKept =
    row.state === 'ready' &&
    row.expiresAt !== null &&
    row.expiresAt > platform.clock.now().toISOString() &&
    (await services.files.has(exportFileOf(row.id)))
  if (!isKept) throw new OpenDpfError('wrong-state', { params: { step: messageOf(exportTexts, locale, 'fetchStep') } })
  await platform.accessLog.record({
    actor,
    county: row.county,
    kind: 'export',
    record: row.record,
    recordId: row.id,
    fields: ['file'],
    reason: row.reason,
  })
  return services.files.read(exportFileOf(row.id))
}
