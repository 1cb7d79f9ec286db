import { OpenDpfError } from '@opendpf/errors'
import { isIsoDate } from '@opendpf/standards'
import type { FieldMeta } from './field-meta.js'
import type { PlacedRecord } from './record.js'
import { fieldMeta, parentField } from './record.js'

/** One condition on a field: any of some values, a range (both ends included), or empty. */
export type Filter =
  | { readonly any: readonly string[] }
  | { readonly from?: string; readonly to?: string }
  | { readonly empty: boolean }

export interface ListOrder {
  readonly by: string
  readonly direction: 'ascending' | 'descending'
}

/** What a list is asked for. The same query opens a screen, an export, a count and the list behind a figure. */
export interface ListQuery {
  readonly filters: Readonly<Record<string, Filter>>
  /** A division code of any level: only what lies in it. */
  readonly within?: string
  /** Words of a name: characters, pinyin or initials. */
  readonly search?: string
  /** The whole value of an `exact` field, for look-up by number. */
  readonly lookup?: { readonly field: string; readonly value: string }
  readonly order?: ListOrder
  readonly limit?: number
  readonly cursor?: string
}

/** How a filter behaves depends on the field alone. */
export function filterKind(meta: FieldMeta): 'any' | 'range' {
  return meta.kind === 'date' || meta.kind === 'whole' || meta.kind === 'money' || meta.kind === 'instant'
    ? 'range'
    : 'any'
}

const reserved = new Set(['within', 'order', 'limit', 'cursor'])
const refuse = (what: string): never => {
  throw new OpenDpfError('invalid-request', { params: { what } })
}

/**
 * Reads a list query from an address: `?sex=1&birthDate.from=1950-01-01&within=990121100000&order=-birthDate`.
 * A parameter that is not known is refused, never ignored: a mistake must not widen a result. Names and numbers are personal data
 * and do not belong into an address; they are sent in a body.
 */
export function readListParams(record: PlacedRecord, params: URLSearchParams): ListQuery {
  const filters: Record<string, Filter> = {}
  for (const key of new Set(params.keys())) {
    if (reserved.has(key)) continue
    const [field = '', part, ...more] = key.split('.')
    const [value = '', second] = params.getAll(key)
    const known = filters[field]
    if (!canFilter(record, field) || second !== undefined || more.length > 0) refuse(key)
    if (part === 'from' || part === 'to')
      filters[field] = { ...(known && ('any' in known || 'empty' in known) ? refuse(key) : known), [part]: value }
    else if (known) refuse(key)
    else if (part === 'empty' && (value === 'true' || value === 'false')) filters[field] = { empty: value === 'true' }
    else if (part === undefined) filters[field] = { any: value.split(',') }
    else refuse(key)
  }
  for (const key of reserved) if (params.getAll(key).length > 1) refuse(key)
  const order = params.get('order')
  const limit = params.get('limit')
  return checkListQuery(record, {
    filters,
    ...(params.has('within') ? { within: params.get('within') ?? '' } : {}),
    ...(order
      ? { order: { by: order.replace(/^-/, ''), direction: order.startsWith('-') ? 'descending' : 'ascending' } }
      : {}),
    ...(limit === null ? {} : { limit: Number(limit) }),
    ...(params.has('cursor') ? { cursor: params.get('cursor') ?? '' } : {}),
  })
}

/** Writes the shareable part of a query as an address; what was searched for stays out of it. */
export function writeListParams(query: ListQuery): URLSearchParams {
  const params = new URLSearchParams()
  for (const [field, filter] of Object.entries(query.filters)) {
    if ('any' in filter) params.set(field, filter.any.join(','))
    else if ('empty' in filter) params.set(`${field}.empty`, String(filter.empty))
    else for (const part of ['from', 'to'] as const) if (filter[part]) params.set(`${field}.${part}`, filter[part])
  }
  if (query.within) params.set('within', query.within)
  if (query.order) params.set('order', `${query.order.direction === 'descending' ? '-' : ''}${query.order.by}`)
  if (query.limit) params.set('limit', String(query.limit))
  if (query.cursor) params.set('cursor', query.cursor)
  return params
}

export const defaultLimit = 25
export const maximumLimit = 200

/** Refuses whatever the record does not offer: unknown filters and orders, values a field cannot have, foreign look-ups. */
export function checkListQuery(record: PlacedRecord, query: ListQuery): ListQuery {
  for (const [field, filter] of Object.entries(query.filters)) {
    if (!canFilter(record, field)) refuse(field)
    checkFilter(field, fieldMeta(record, field), filter)
  }
  if (query.order && !record.list.orders.includes(query.order.by)) refuse(`order=${query.order.by}`)
  if (query.limit !== undefined && !(Number.isInteger(query.limit) && query.limit >= 1 && query.limit <= maximumLimit))
    refuse(`limit=${query.limit}`)
  if (query.within !== undefined && !(/^\d{12}$/.test(query.within) && record.scope !== 'global'))
    refuse(`within=${query.within}`)
  if (query.search !== undefined && !record.search?.length) refuse('search')
  if (
    query.lookup &&
    !(Object.hasOwn(record.fields, query.lookup.field) && fieldMeta(record, query.lookup.field).storage === 'exact')
  )
    refuse(`lookup=${query.lookup.field}`)
  return query
}

/** A child can always be listed by its parent: that is how a detail page shows it. */
function canFilter(record: PlacedRecord, field: string): boolean {
  return record.list.filters?.includes(field) === true || parentField(record) === field
}

function checkFilter(field: string, meta: FieldMeta, filter: Filter): void {
  if ('empty' in filter) return
  if ('any' in filter) {
    if (filterKind(meta) !== 'any' || filter.any.length === 0 || filter.any.length > 100) refuse(field)
    for (const value of filter.any) if (!canHold(meta, value)) refuse(`${field}=${value}`)
    return
  }
  if (filterKind(meta) !== 'range' || (filter.from === undefined && filter.to === undefined)) refuse(field)
  for (const end of [filter.from, filter.to]) if (end !== undefined && !canHold(meta, end)) refuse(`${field}=${end}`)
}

// what PostgreSQL reads as an instant and JavaScript does too
const instantText = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/

/** Whether a field could hold a value, written as text: what is compared with it must be of its type. */
export function canHold(meta: FieldMeta, value: string): boolean {
  switch (meta.kind) {
    case 'choice':
      return meta.choices?.includes(value) ?? false
    case 'codes':
      return meta.codes?.find(value) !== undefined
    case 'flag':
      return value === 'true' || value === 'false'
    case 'date':
      return isIsoDate(value)
    case 'instant':
      return instantText.test(value) && isIsoDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value))
    case 'whole':
      return /^-?\d{1,9}$/.test(value)
    case 'money':
      return /^-?\d{1,15}$/.test(value)
    case 'division':
      return /^\d{12}$/.test(value)
    case 'reference':
      return value.length <= 36
    case 'attachments':
      return false
    default:
      return meta.storage === 'plain' && value.length <= 200
  }
}
