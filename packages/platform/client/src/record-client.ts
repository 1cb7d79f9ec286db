import type { FieldProblem } from '@opendpf/errors'
import type {
  AccessEntry,
  Attachment,
  BulkAnswer,
  FieldsOf,
  HistoryEntry,
  ListAnswer,
  ListQuery,
  OpenStep,
  PlacedRecord,
  RecordAnswer,
  RowDocument,
  Timeline,
  VerbOf,
} from '@opendpf/kit'
import { pathOf, writeListParams } from '@opendpf/kit'
import type { Send, Transfer } from './send.js'

/** A written row, with remarks that did not stop it (likely duplicates). */
export type Written<R> = RecordAnswer<R> & { readonly warnings: readonly FieldProblem[] }

/** What is asked for with a change. */
export interface WriteRequest {
  /** Makes a request that is sent twice take effect once. Use a fresh one for each change, such as a UUID. */
  readonly idempotencyKey?: string
}

/** The rows of a bulk step, and what it fills in. */
export interface BulkRequest<R> {
  readonly rows?: readonly { readonly id: string; readonly version: number }[]
  readonly query?: Partial<ListQuery>
  readonly values?: Partial<FieldsOf<R>>
  readonly reason?: string
  readonly dryRun?: boolean
}

/** The fields of a record that hold files. */
export type AttachmentField<R> = {
  [F in keyof FieldsOf<R> & string]: NonNullable<FieldsOf<R>[F]> extends readonly Attachment[] ? F : never
}[keyof FieldsOf<R> & string]

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
  /** What `create` would say, or `update` of the row named by `id`; nothing is written. */
  check(
    values: Partial<FieldsOf<R>>,
    id?: string,
  ): Promise<{ readonly problems: readonly FieldProblem[]; readonly warnings: readonly FieldProblem[] }>
  remove(id: string, version: number, reason?: string): Promise<void>
  restore(id: string): Promise<RecordAnswer<R>>
  /** Takes a step of the record's workflow. */
  take(id: string, version: number, verb: VerbOf<R>, values?: Partial<FieldsOf<R>>): Promise<RecordAnswer<R>>
  /**
   * Takes a step for many rows in one transaction, at most 1,000: rows as they were seen, or all of a list. With `dryRun` it says who
   * would be included and who not and why, and writes nothing.
   */
  takeMany(verb: VerbOf<R>, wanted: BulkRequest<R>, request?: WriteRequest): Promise<BulkAnswer>
  /** The steps that were taken, by whom, when and why, and the periods the row has to keep. */
  timeline(id: string): Promise<Timeline>
  /** The steps that lead on from where the row stands, and why some of them may not be taken. */
  steps(id: string): Promise<readonly OpenStep[]>
  history(id: string): Promise<readonly HistoryEntry[]>
  accesses(id: string): Promise<readonly AccessEntry[]>
  /** Masked values in full; the reason is logged with the caller before the answer is sent. */
  reveal(id: string, fields: readonly (keyof FieldsOf<R> & string)[], reason: string): Promise<Partial<FieldsOf<R>>>
  /** Brings a file for a field. Write what is answered into the field within a day: `update(id, version, { scans: [...before, file] })`. */
  upload(field: AttachmentField<R>, name: string, content: Blob | Uint8Array<ArrayBuffer>): Promise<Attachment>
  /** A file that a row carries, or carried at an instant. One of a field of S3 or S4 needs a reason, which is logged. */
  download(
    id: string,
    field: AttachmentField<R>,
    file: string,
    options?: { readonly asOf?: string; readonly reason?: string },
  ): Promise<Blob>
  /** What can be printed from a row, why not the rest, and the copies there are. */
  documents(id: string): Promise<readonly RowDocument[]>
  /** Makes a copy of a document, which is counted and kept, and answers its file (PDF). */
  print(id: string, document: string, request?: WriteRequest): Promise<Blob>
  /** The document as it would be printed, marked as a preview: no copy. */
  preview(id: string, document: string): Promise<Blob>
  /** A copy that was made before, byte for byte. */
  copy(id: string, document: string, copy: number): Promise<Blob>
}

/** A character that RFC 8187 does not let stand, though `encodeURIComponent` does. */
const percentOf = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

/** Makes the client of one record. */
export function recordClient<R extends PlacedRecord>(record: R, send: Send, transfer: Transfer): RecordClient<R> {
  const path = pathOf(record)
  const papers = (id: string): string => `${path}/${encodeURIComponent(id)}/documents`
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
    check: (values, id) =>
      send('POST', `${path}/check${id === undefined ? '' : `?id=${encodeURIComponent(id)}`}`, { body: values }),
    remove: (id, version, reason) =>
      send('POST', `${path}/${encodeURIComponent(id)}/remove`, {
        body: reason === undefined ? {} : { reason },
        headers: ifMatch(version),
      }),
    restore: (id) => send('POST', `${path}/${encodeURIComponent(id)}/restore`, { body: {} }),
    take: (id, version, verb, values = {}) =>
      send('POST', `${path}/${encodeURIComponent(id)}/do/${verb}`, { body: values, headers: ifMatch(version) }),
    takeMany: (verb, wanted, request) =>
      send('POST', `${path}/do/${verb}/bulk`, { body: wanted, headers: once(request) }),
    timeline: (id) => send('GET', `${path}/${encodeURIComponent(id)}/timeline`),
    steps: async (id) =>
      (await send<{ steps: readonly OpenStep[] }>('GET', `${path}/${encodeURIComponent(id)}/steps`)).steps,
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
    upload: async (field, name, content) => {
      const headers = {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percentOf)}`,
      }
      const response = await transfer('POST', `${path}/attachments/${field}`, { body: content, headers })
      return (await response.json()) as Attachment
    },
    download: async (id, field, file, { asOf, reason } = {}) => {
      const address = `${path}/${encodeURIComponent(id)}/attachments/${field}/${encodeURIComponent(file)}`
      const query = asOf === undefined ? '' : `?asOf=${encodeURIComponent(asOf)}`
      const response = await (reason === undefined
        ? transfer('GET', `${address}${query}`)
        : transfer('POST', `${address}/reveal${query}`, {
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ reason }),
          }))
      return response.blob()
    },
    documents: async (id) => (await send<{ documents: readonly RowDocument[] }>('GET', papers(id))).documents,
    print: async (id, document, request) =>
      (await transfer('POST', `${papers(id)}/${document}`, { headers: once(request) })).blob(),
    preview: async (id, document) => (await transfer('GET', `${papers(id)}/${document}/preview`)).blob(),
    copy: async (id, document, copy) => (await transfer('GET', `${papers(id)}/${document}/${copy}`)).blob(),
  }
}
