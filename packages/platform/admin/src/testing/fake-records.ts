import type {
  AccessEntry,
  HistoryEntry,
  ListQuery,
  PlacedRecord,
  RecordAnswer,
  Registry,
  Transition,
} from '@opendpf/kit'
import { fieldsOf, inputFields, maskFields, parentField, pathOf, readListParams, validateInput } from '@opendpf/kit'
import type { FakeRequest } from './fake-answers.js'
import { json, refuse } from './fake-answers.js'
import { createFakeDocuments } from './fake-documents.js'
import { fetchFile, takeFile } from './fake-files.js'
import { openStepsOf, timelineOf } from './fake-workflow.js'

interface Row {
  readonly id: string
  readonly version: number
  readonly fields: Readonly<Record<string, unknown>>
  readonly isRemoved: boolean
  readonly history: readonly HistoryEntry[]
  readonly access: readonly AccessEntry[]
}

interface BulkBody {
  readonly rows: readonly { readonly id: string; readonly version: number }[]
  readonly values: Readonly<Record<string, unknown>>
  readonly dryRun: boolean
}

const at = '2026-11-24T01:30:00.000Z'
const longestReason = 200
const pageSize = 25

/** The derived routes of every record, in memory: enough of the contract to draw and test every page. */
export function createFakeRecords(registry: Registry, nameOf: (division: string) => string) {
  const tables = new Map<string, Map<string, Row>>()
  const documents = createFakeDocuments()
  let last = 0
  const table = (record: PlacedRecord) => {
    const known = tables.get(record.ref) ?? new Map<string, Row>()
    tables.set(record.ref, known)
    return known
  }
  const divisionOf = (record: PlacedRecord, row: Row): string | null => {
    const parent = parentField(record)
    if (parent === undefined) return (row.fields.division as string | undefined) ?? null
    const target = registry.record(fieldsOf(record).find(({ name }) => name === parent)?.meta.target ?? '')
    const above = table(target).get(String(row.fields[parent]))
    return above ? divisionOf(target, above) : null
  }
  const titleOf = (record: PlacedRecord, row: Row): string => {
    const value = row.fields[record.title]
    return value === null || value === undefined ? row.id : String(value)
  }
  const answer = (record: PlacedRecord, row: Row): RecordAnswer => {
    const labels: Record<string, string> = {}
    for (const { name, meta } of fieldsOf(record)) {
      const value = row.fields[name]
      if (typeof value !== 'string') continue
      if (meta.kind === 'division') labels[name] = nameOf(value)
      const target = meta.kind === 'reference' ? registry.records.get(meta.target ?? '') : undefined
      const other = target ? table(target).get(value) : undefined
      if (target && other) labels[name] = titleOf(target, other)
    }
    const { values, masked } = maskFields(fieldsOf(record), row.fields)
    return {
      id: row.id,
      version: row.version,
      recordedAt: at,
      recordedBy: 'u1',
      division: divisionOf(record, row),
      title: titleOf(record, row),
      fields: values,
      masked,
      labels,
    }
  }
  const insert = (record: PlacedRecord, fields: Readonly<Record<string, unknown>>): Row => {
    last += 1
    const id = `${record.name}-${String(last).padStart(4, '0')}`
    const start = record.workflow ? { [record.workflow.field]: record.workflow.initial } : {}
    const row: Row = {
      id,
      version: 1,
      fields: { ...start, ...fields },
      isRemoved: false,
      access: [],
      history: [{ version: 1, from: at, by: 'u1', byName: '张明', action: 'create', changes: [] }],
    }
    table(record).set(id, row)
    return row
  }
  const change = (
    record: PlacedRecord,
    row: Row,
    fields: Readonly<Record<string, unknown>>,
    action: string,
    byName = '张明',
  ): Row => {
    const changes = Object.entries(fields).map(([field, after]) => ({ field, before: row.fields[field], after }))
    const [present, ...older] = row.history
    const next: Row = {
      ...row,
      version: row.version + 1,
      fields: { ...row.fields, ...fields },
      history: [
        { version: row.version + 1, from: at, by: 'u1', byName, action, changes },
        ...(present ? [{ ...present, to: at }] : []),
        ...older,
      ],
    }
    table(record).set(row.id, next)
    return next
  }
  const list = (record: PlacedRecord, query: ListQuery): Response => {
    const order = query.order ?? { by: record.list.orders[0], direction: record.list.direction ?? 'ascending' }
    const found = [...table(record).values()]
      .filter((row) => !row.isRemoved && matches(query, row, divisionOf(record, row), record))
      .sort(
        (one, other) =>
          compare(one.fields[order.by], other.fields[order.by]) * (order.direction === 'ascending' ? 1 : -1),
      )
    const start = Number(query.cursor ?? 0)
    const size = query.limit ?? pageSize
    const end = start + size
    return json({
      rows: found.slice(start, end).map((row) => answer(record, row)),
      total: { value: found.length, isExact: true },
      ...(end < found.length ? { next: String(end) } : {}),
    })
  }
  const check = (record: PlacedRecord, body: Readonly<Record<string, unknown>>, mode: 'create' | 'update') =>
    validateInput(record, body, {
      mode,
      locale: 'zh-CN',
      labelOf: (field) => registry.text(record.module, 'zh-CN', `${record.name}.${field}`),
    })
  const warnings = (record: PlacedRecord, body: Readonly<Record<string, unknown>>) =>
    record.search?.[0] && [...table(record).values()].some((row) => row.fields[record.title] === body[record.title])
      ? [
          {
            path: record.title,
            code: 'likely-duplicate',
            message: `已有同名记录“${String(body[record.title])}”，请核对是否重复`,
          },
        ]
      : []

  function one(record: PlacedRecord, row: Row, action: string, verb: string, request: FakeRequest): Response {
    const { method, body, version } = request
    const isWrite = method === 'PATCH' || action === 'do' || action === 'remove'
    if (isWrite && version !== row.version) return refuse('version-conflict')
    if (action === '' && method === 'GET') return json(answer(record, row))
    if (action === '' && method === 'PATCH') {
      const result = check(record, body, 'update')
      if (!result.ok) return refuse('invalid-input', { fields: result.problems })
      return json({ ...answer(record, change(record, row, result.values, 'update')), warnings: [] })
    }
    if (action === 'attachments') return fetchFile(record, row, request)
    if (action === 'documents') return documents.handle(record, row, request)
    if (action === 'history') return json({ entries: row.history })
    if (action === 'timeline') return json(timelineOf(record, row))
    if (action === 'steps') return json({ steps: openStepsOf(record, row) })
    if (action === 'access') return json({ entries: row.access })
    if (action === 'reveal') {
      const fields = body.fields as readonly string[]
      const entry: AccessEntry = {
        at,
        actorId: 'u1',
        actorName: '张明',
        kind: 'reveal',
        fields,
        reason: String(body.reason),
      }
      table(record).set(row.id, { ...row, access: [entry, ...row.access] })
      return json({ values: Object.fromEntries(fields.map((field) => [field, row.fields[field]])) })
    }
    if (action === 'remove') {
      if (String(body.reason ?? '').length > longestReason)
        return refuse('invalid-input', {
          fields: [{ path: 'reason', code: 'too-long', message: `删除原因不能超过 ${longestReason} 个字` }],
        })
      table(record).set(row.id, { ...row, isRemoved: true })
      return json(undefined, 204)
    }
    if (action === 'restore') {
      table(record).set(row.id, { ...row, isRemoved: false })
      return json(answer(record, row))
    }
    const step: Transition | undefined = record.workflow?.transitions[verb]
    if (!record.workflow || !step) return refuse('not-found')
    return json(answer(record, change(record, row, { ...body, [record.workflow.field]: step.to }, verb)))
  }

  /** The step for every row whose version was seen as it is. */
  function inBulk(record: PlacedRecord, verb: string, { rows, values, dryRun }: BulkBody): Response {
    const step = record.workflow?.transitions[verb]
    const known = rows.flatMap(({ id, version }) => {
      const row = table(record).get(id)
      return row ? [{ row, isStale: row.version !== version }] : []
    })
    const going = known.filter(({ isStale }) => !isStale).map(({ row }) => row)
    if (!dryRun && record.workflow && step)
      for (const row of going) change(record, row, { ...values, [record.workflow.field]: step.to }, verb)
    const named = (row: Row) => ({ id: row.id, title: titleOf(record, row) })
    return json({
      isDryRun: dryRun,
      included: going.map(named),
      refused: known
        .filter(({ isStale }) => isStale)
        .map(({ row }) => ({
          ...named(row),
          problems: [{ path: '', code: 'version-conflict', message: '该记录已被他人修改，请重新打开' }],
        })),
    })
  }

  return {
    insert,
    /** Changes a row behind the back of whoever has it open. */
    touch: (record: PlacedRecord, id: string, fields: Readonly<Record<string, unknown>>) => {
      const row = table(record).get(id)
      if (row) change(record, row, fields, 'update', '李华')
    },
    handle: (request: FakeRequest): Response | undefined => {
      const record = [...registry.records.values()].find(
        (one) => request.path === pathOf(one) || request.path.startsWith(`${pathOf(one)}/`),
      )
      if (!record) return undefined
      const [id = '', action = '', verb = ''] = request.path.slice(pathOf(record).length + 1).split('/')
      if (id === 'documents') return documents.batch()
      if (id === '' && request.method === 'GET') return list(record, readListParams(record, request.query))
      if (id === 'do') return inBulk(record, action, request.body as unknown as BulkBody)
      if (id === 'attachments') return takeFile(action, request)
      if (id === 'query') return list(record, request.body as unknown as ListQuery)
      if (id === 'check') {
        const result = check(record, request.body, request.query.has('id') ? 'update' : 'create')
        return json({
          problems: result.ok ? [] : result.problems,
          warnings: result.ok && !request.query.has('id') ? warnings(record, request.body) : [],
        })
      }
      if (id === '') {
        const input = Object.fromEntries(
          Object.entries(request.body).filter(([field]) => inputFields(record).includes(field)),
        )
        const result = check(record, input, 'create')
        return result.ok
          ? json({ ...answer(record, insert(record, result.values)), warnings: [] }, 201)
          : refuse('invalid-input', { fields: result.problems })
      }
      const row = table(record).get(decodeURIComponent(id))
      return row && (!row.isRemoved || action === 'restore')
        ? one(record, row, action, verb, request)
        : refuse('not-found')
    },
  }
}

function matches(query: ListQuery, row: Row, division: string | null, record: PlacedRecord): boolean {
  if (
    query.search !== undefined &&
    !(record.search ?? []).some((field) => String(row.fields[field]).includes(query.search ?? ''))
  )
    return false
  if (query.lookup && row.fields[query.lookup.field] !== query.lookup.value) return false
  if (query.within && !division?.startsWith(query.within.replace(/(000)+$/, ''))) return false
  return Object.entries(query.filters).every(([field, filter]) => {
    const value = row.fields[field]
    if ('any' in filter) return filter.any.includes(String(value))
    if ('empty' in filter) return (value === null || value === undefined) === filter.empty
    if (value === null || value === undefined) return false
    return (
      (filter.from === undefined || compare(value, parse(filter.from, value)) >= 0) &&
      (filter.to === undefined || compare(value, parse(filter.to, value)) <= 0)
    )
  })
}

const parse = (text: string, like: unknown): unknown => (typeof like === 'number' ? Number(text) : text)

function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return String(one ?? '').localeCompare(String(other ?? ''), 'zh-CN')
}
