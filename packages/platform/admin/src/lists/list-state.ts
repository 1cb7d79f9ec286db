import type { Filter, ListQuery, PlacedRecord } from '@opendpf/kit'
import { checkListQuery, readListParams, writeListParams } from '@opendpf/kit'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'

/** What was asked for by name or number. It stays in this tab's history and never stands in an address. */
export interface Asked {
  readonly search?: string
  readonly lookup?: { readonly field: string; readonly value: string }
}

/** What a list keeps in the history beside the address. */
export interface ListMemory {
  readonly asked?: Asked
  /** Cursors of the pages before this one; the first page has the empty one. */
  readonly trail?: readonly string[]
}

/** A list query as read from an address and the history, with a note when the address was not understood. */
export interface ListState {
  readonly query: ListQuery
  readonly isInvalid: boolean
  /** Which page this is; undefined when the address of a later page was opened directly. */
  readonly page: number | undefined
  readonly memory: ListMemory
}

/** Reads the state of a list. An address that the record does not understand shows the plain list and says so. */
export function readListState(
  record: PlacedRecord,
  search: Readonly<Record<string, string>>,
  memory: ListMemory,
): ListState {
  let query: ListQuery = { filters: {} }
  let isInvalid = false
  try {
    query = readListParams(record, new URLSearchParams(search))
  } catch {
    isInvalid = true
  }
  const asked = isInvalid ? {} : askedWithin(record, memory.asked)
  const trail = memory.trail ?? []
  const page = query.cursor === undefined ? 1 : trail.length > 0 ? trail.length + 1 : undefined
  return { query: { ...query, ...asked }, isInvalid, page, memory }
}

/** What the history remembers may belong to an older version of the record. */
function askedWithin(record: PlacedRecord, asked: Asked | undefined): Asked {
  if (!asked) return {}
  try {
    checkListQuery(record, { filters: {}, ...asked })
    return asked
  } catch {
    return {}
  }
}

/** Whether anything was asked for: a quiet list shows nothing before. */
export function isAsked(query: ListQuery): boolean {
  return (
    Object.keys(query.filters).length > 0 ||
    query.within !== undefined ||
    query.search !== undefined ||
    query.lookup !== undefined
  )
}

/** Splits a query into what stands in the address and what only the history keeps. */
export function placeQuery(
  query: ListQuery,
  trail: readonly string[] = [],
): { readonly search: Readonly<Record<string, string>>; readonly state: ListMemory } {
  const { search, lookup, ...shared } = query
  const asked: Asked = { ...(search === undefined ? {} : { search }), ...(lookup === undefined ? {} : { lookup }) }
  return {
    search: Object.fromEntries(writeListParams(shared)),
    state: { ...(Object.keys(asked).length > 0 ? { asked } : {}), ...(trail.length > 0 ? { trail } : {}) },
  }
}

/** A list's state in the router, and the ways to change it. */
export function useListState(record: PlacedRecord) {
  const navigate = useNavigate()
  const search = useRouterState({ select: (state) => state.location.search as Readonly<Record<string, string>> })
  const memory = useRouterState({ select: (state) => (state.location.state as { readonly list?: ListMemory }).list })
  const state = useMemo(() => readListState(record, search, memory ?? {}), [record, search, memory])
  const go = (query: ListQuery, trail: readonly string[] = []) => {
    const placed = placeQuery(query, trail)
    void navigate({
      to: '.',
      search: placed.search as never,
      state: { list: placed.state } as never,
      resetScroll: false,
    })
  }
  const { cursor, ...firstPage } = state.query
  const trail = state.memory.trail ?? []
  return {
    ...state,
    /** Asks with other conditions, from the first page on. */
    ask: (conditions: { readonly filters: Readonly<Record<string, Filter>>; readonly within?: string } & Asked) =>
      go({ ...conditions, ...(state.query.order ? { order: state.query.order } : {}) }),
    sort: (order: NonNullable<ListQuery['order']>) => go({ ...firstPage, order }),
    first: () => go(firstPage),
    next: (following: string) => go({ ...firstPage, cursor: following }, [...trail, cursor ?? '']),
    previous: () => {
      const before = trail.at(-1)
      go(before ? { ...firstPage, cursor: before } : firstPage, before ? trail.slice(0, -1) : [])
    },
    hasPrevious: trail.length > 0,
    isFirst: cursor === undefined,
  }
}
