import { OpenDpfError } from '@opendpf/errors'
import type { Actor, ListQuery, PlacedRecord } from '@opendpf/kit'
import type { FoundRows, ListSource } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import { type Platform, providedBy } from '../platform/platform.js'
import { readSnapshot } from '../write/transaction.js'
import type { ExportRow } from './export-state.js'

/** Rows of a list that a module answers by a query of its own, as its page asked for them. */
export interface AskedRows {
  /** The module. */
  readonly of: string
  readonly asked: Readonly<Record<string, unknown>>
}

/** What an export was asked for, as its row keeps it. */
export function writeAsked(query: ListQuery, rows: AskedRows | undefined): string {
  return JSON.stringify(rows === undefined ? query : { ...query, rows })
}

/** Reads what `writeAsked` wrote. */
export function readAsked({ query }: Pick<ExportRow, 'query'>): {
  readonly query: ListQuery
  readonly rows: AskedRows | undefined
} {
  const { rows, ...rest } = JSON.parse(query) as ListQuery & { readonly rows?: AskedRows }
  return { query: rest, rows }
}

interface Asker {
  readonly platform: Platform
  readonly actor: Actor
  readonly locale: Locale
}

/**
 * Refuses rows that no module answers, that are of another record, or that would have to be searched in.
 *
 * @throws OpenDpfError `invalid-request`, and what the module refuses
 */
export async function checkAskedRows(
  asker: Asker,
  asked: { readonly record: PlacedRecord; readonly query: ListQuery; readonly rows: AskedRows | undefined },
): Promise<void> {
  const { record, query, rows } = asked
  if (rows === undefined) return
  if (query.search !== undefined || query.lookup !== undefined)
    throw new OpenDpfError('invalid-request', { params: { what: 'search' } })
  const found = await findRows(asker, rows)
  if (found.record !== record.ref) throw new OpenDpfError('invalid-request', { params: { what: 'record' } })
}

/**
 * The rows that a module answers to what was asked, as whoever asks may see them now.
 *
 * @throws OpenDpfError `invalid-request` where no such module answers lists, and what the module refuses
 */
export async function findRows({ platform, actor, locale }: Asker, { of, asked }: AskedRows): Promise<FoundRows> {
  const source = providedBy(platform)('system').get(of) as ListSource | undefined
  if (source === undefined) throw new OpenDpfError('invalid-request', { params: { what: 'rows' } })
  return readSnapshot(platform, { actor, locale }, async (context) => source.rows(context, asked))
}
