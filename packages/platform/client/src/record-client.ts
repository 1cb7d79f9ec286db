import type { FieldProblem } from '@opendpf/errors'
import type {
  AccessEntry,
  FieldsOf,
  HistoryEntry,
  ListAnswer,
  ListQuery,
  PlacedRecord,
  RecordAnswer,
  VerbOf,
} from '@opendpf/kit'
import { pathOf, writeListParams } from '@opendpf/kit'
import type { Send } from './send.js'

/** A written row, with remarks that did not stop it (likely duplicates). */
export type Written<R> = RecordAnswer<R> & { readonly warnings: readonly FieldProblem[] }

/** What is asked for with a change. */
export interface WriteRequest {
  /** Makes a request that is sent twice take effect once. Use a fresh one for each change, such as a UUID. */
  readonly idempotencyKey?: string
}

/** The routes of one record, typed by its contract. Every method throws `OpenDpfError` with the code of the answer. */
export interface RecordClient<R> {
  /** One page by filters, division and order. */
  list(query?: Partial<ListQuery>): Promise<ListAnswer<R>>
  /** The same with a search or a look-up by number, which travel in the body and leave no trace in addresses. */
  query(query: Partial<ListQuery>): Promise<ListAnswer<R>>
  /** Every row of a query, page after page. */
  all(query?: Partial<ListQuery>): AsyncGenerator<RecordAnswer<R>>
  /** One row, as it is now or as it was known at an instant (UTC ISO). */
  get(id: string, options?: { readonly asOf?: string }): Promise<RecordAnswer<R>>
  create(values: Partial<FieldsOf<R>>, request?: WriteRequest): Promise<Written<R>>
  /** Changes fields of the version that was seen; fails with `version-conflict` when somebody was faster. */
  update(id: string, version: number, values: Partial<FieldsOf<R>>, request?: WriteRequest): Promise<Written<R>>
  /** What `create` would say; nothing is written. */
  check(
    values: Partial<FieldsOf<R>>,
  ): Promise<{ readonly problems: readonly FieldProblem[]; readonly warnings: readonly FieldProblem[] }>
  remove(id: string, version: number, reason?: string): Promise<void>
  restore(id: string): Promise<RecordAnswer<R>>
  /** Takes a step of the record's workflow. */
  take(id: string, version: number, verb: VerbOf<R>, values?: Partial<FieldsOf<R>>): Promise<RecordAnswer<R>>
  history(id: string): Promise<readonly HistoryEntry[]>
  accesses(id: string): Promise<readonly AccessEntry[]>
  /** Masked values in full; the reason is logged with the caller before the answer is sent. */
  reveal(id: string, fields: readonly (keyof FieldsOf<R> & string)[], reason: string): Promise<Partial<FieldsOf<R>>>
}

/** Makes the client of one record. */
export function recordClient<R extends PlacedRecord>(record: R, send: Send): RecordClient<R> {
  const path = pathOf(record)
  const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` })
  const once = ({ idempotencyKey }: WriteRequest = {}): Record<string, string> =>
    idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }
  const list = (query: Partial<ListQuery> = {}): Promise<ListAnswer<R>> =>
    send('GET', `${path}?${writeListParams({ filters: {}, ...query })}`)
  const query = (wanted: Partial<ListQuery>): Promise<ListAnswer<R>> => send('POST', `${path}/query`, { body: wanted })
  return {
    list,
    query,
    async *all(wanted = {}) {
      const page = wanted.search === undefined && wanted.lookup === undefined ? list : query
      for (let cursor: string | undefined; ; ) {
        const { rows, next } = await page({ ...wanted, ...(cursor === undefined ? {} : { cursor }) })
        yield* rows
        if (next === undefined) return
        cursor = next
      }
    },
    get: (id, { asOf } = {}) =>
      send('GET', `${path}/${encodeURIComponent(id)}${asOf === undefined ? '' : `?asOf=${encodeURIComponent(asOf)}`}`),
    create: (values, request) => send('POST', path, { body: values, headers: once(request) }),
    update: (id, version, values, request) =>
      send('PATCH', `${path}/${encodeURIComponent(id)}`, {
        body: values,
        headers: { ...ifMatch(version), ...once(request) },
      }),
    check: (values) => send('POST', `${path}/check`, { body: values }),
    remove: (id, version, reason) =>
      send('POST', `${path}/${encodeURIComponent(id)}/remove`, {
        body: reason === undefined ? {} : { reason },
        headers: ifMatch(version),
      }),
    restore: (id) => send('POST', `${path}/${encodeURIComponent(id)}/restore`, { body: {} }),
    take: (id, version, verb, values = {}) =>
      send('POST', `${path}/${encodeURIComponent(id)}/do/${verb}`, { body: values, headers: ifMatch(version) }),
    history: async (id) =>
      (await send<{ entries: readonly HistoryEntry[] }>('GET', `${path}/${encodeURIComponent(id)}/history`)).entries,
    accesses: async (id) =>
      (await send<{ entries: readonly AccessEntry[] }>('GET', `${path}/${encodeURIComponent(id)}/access`)).entries,
    reveal: async (id, fields, reason) =>
      (
        await send<{ values: Partial<FieldsOf<R>> }>('POST', `${path}/${encodeURIComponent(id)}/reveal`, {
          body: { fields, reason },
        })
      ).values,
  }
}
