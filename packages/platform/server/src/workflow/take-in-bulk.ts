import type { Session } from '@opendpf/database'
import { OpenDpfError, problemOf } from '@opendpf/errors'
import type { BulkAnswer, ListQuery, PlacedRecord } from '@opendpf/kit'
import { isWithinScope, maximumLimit, permissionFor } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import { requirePermission } from '../platform/actors.js'
import { codecOf } from '../platform/codec.js'
import { answerRows } from '../read/answer-rows.js'
import { isReadable } from '../read/readable-with.js'
import { type IdempotencyKey, once } from '../write/idempotency.js'
import { tableStatements } from '../write/statements.js'
import { dryRun, writeTransaction } from '../write/transaction.js'
import type { WriteSession } from '../write/write-session.js'
import type { Viewer } from './read-timeline.js'

/** How many rows one bulk step takes at most: they are one transaction. */
export const mostInBulk = 1000

interface Wanted {
  readonly id: string
  /** The version that was seen; without one, whatever is there now. */
  readonly version?: number
}

export interface BulkRequest {
  readonly verb: string
  /** The rows by name, or the list they make. */
  readonly wanted: readonly Wanted[] | ListQuery
  readonly values: Readonly<Record<string, unknown>>
  readonly reason?: string
  /** Says who would be included and who not, and writes nothing. */
  readonly dryRun: boolean
}

export interface BulkTools extends Viewer {
  readonly locale: Locale
  readonly idempotency: IdempotencyKey | undefined
}

/**
 * One step for many rows, in one transaction: those that may take it do, each with its audit entry, and the others stay as they are with
 * the reason. A preview says the same and takes all of it back.
 */
export async function takeInBulk(record: PlacedRecord, request: BulkRequest, tools: BulkTools): Promise<BulkAnswer> {
  const { platform, actor, locale, idempotency } = tools
  requirePermission(actor, permissionFor(record, request.verb))
  requirePermission(actor, permissionFor(record, 'read'))
  const wanted = 'filters' in request.wanted ? await listed(record, request.wanted, tools) : request.wanted
  if (request.dryRun)
    return dryRun(platform, { actor, locale }, (write, session) =>
      take(record, wanted, request, { ...tools, write, session }),
    )
  return writeTransaction(platform, { actor, locale }, async (write, session) => {
    const { body } = await once(session, { platform, actor, idempotency }, async () => ({
      status: 200,
      body: await take(record, wanted, request, { ...tools, write, session }),
    }))
    return body as BulkAnswer
  })
}

/** The rows of a list, page by page; more than a bulk step takes are refused, not cut off. */
async function listed(record: PlacedRecord, query: ListQuery, { readPath }: BulkTools): Promise<readonly Wanted[]> {
  const found: Wanted[] = []
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
    const { cursor: _, ...rest } = query
    const page = await readPath.list(record, {
      ...rest,
      ...(rest.lookup ? {} : { limit: maximumLimit }),
      ...(cursor === undefined ? {} : { cursor }),
    })
    found.push(...page.rows.map(({ id }) => ({ id })))
    if (found.length > mostInBulk) throw new OpenDpfError('too-large', { params: { limit: mostInBulk } })
    cursor = page.next
  }
  return found
}

async function take(
  record: PlacedRecord,
  wanted: readonly Wanted[],
  { verb, values, reason, dryRun: isDryRun }: BulkRequest,
  { platform, actor, locale, write, session }: BulkTools & { readonly write: WriteSession; readonly session: Session },
): Promise<BulkAnswer> {
  const statements = tableStatements(record, codecOf(record, platform.crypto))
  const ids = [...new Set(wanted.map(({ id }) => id))]
  const rows = new Map(
    (await statements.lock(session, ids))
      .filter(
        (row) => isWithinScope(actor.scope, row) && isReadable(record, row, { actor, registry: platform.registry }),
      )
      .map((row) => [row.id, row]),
  )
  const stale = new Set(
    wanted.filter(({ id, version }) => version !== undefined && rows.get(id)?.version !== version).map(({ id }) => id),
  )
  const going = ids.flatMap((id) => (stale.has(id) ? [] : (rows.get(id) ?? [])))
  const outcomes = await write.apply(
    record,
    going.map(({ id, version }) => ({
      action: 'transition',
      id,
      version,
      verb,
      values,
      ...(reason === undefined ? {} : { reason }),
    })),
    'person',
  )
  const answers = await answerRows(record, [...rows.values()], { platform, session, scope: actor.scope, fields: [] })
  const titles = new Map(answers.map(({ id, title }) => [id, title]))
  const problems = new Map(going.map(({ id }, index) => [id, outcomes[index]?.problems ?? []]))
  const answer = ids.map((id) => {
    const found = problems.get(id)
    if (found) return { id, title: titles.get(id) ?? '—', problems: found }
    const { code, detail } = problemOf(new OpenDpfError(rows.has(id) ? 'version-conflict' : 'not-found'), locale)
    return { id, title: titles.get(id) ?? '—', problems: [{ path: '', code, message: detail }] }
  })
  return {
    isDryRun,
    included: answer.filter((row) => row.problems.length === 0).map(({ id, title }) => ({ id, title })),
    refused: answer.filter((row) => row.problems.length > 0),
  }
}
