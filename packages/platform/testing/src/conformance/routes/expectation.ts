import type { PlacedRecord } from '@opendpf/kit'
import type { Sample, SampleTools, SampleValues } from '../../samples/index.js'

/** What a request is made from. */
export interface Target {
  /** The row that is meant; of a route that means none, undefined. */
  readonly row: Sample | undefined
  /** Values of another row of the record, at the same place. */
  values(): Promise<SampleValues>
  make: SampleTools['make']
}

/** A request to a route, without its address and its sender. */
export interface RouteRequest {
  readonly body?: unknown
  /** What stands for the other names of the address. */
  readonly params?: Readonly<Record<string, string>>
  /** With its question mark. */
  readonly query?: string
}

/** What a route answers, as the contracts and its entry say. */
export interface Expectation {
  /** `PATCH /visits/visits/:id`, below `/api/v1`. */
  readonly route: string
  /** The record whose row `:id` names, or that a new row would belong to. */
  readonly record: PlacedRecord | undefined
  /** Whether the address names a row. */
  readonly isAboutRow: boolean
  /** Whether it makes a difference where the row lies, or what a new one would refer to. */
  readonly isPlaced: boolean
  /** All permissions that are asked for. */
  readonly needs: readonly string[]
  /** Permissions of which one is enough, beside those. */
  readonly needsOneOf?: readonly string[]
  request(target: Target): Promise<RouteRequest> | RouteRequest
  /** To somebody who may, about a row of his own territory. */
  readonly answers: number
  /** The same about a row elsewhere. */
  readonly elsewhere: number
  /** The same about a row that was removed. */
  readonly removed: number
  /** Takes `If-Match`; a version that is not the latest is refused. */
  readonly isVersioned: boolean
  /** Takes `Idempotency-Key`; a key that stood for another body is refused. */
  readonly isKeyed: boolean
  /** What is answered well cannot be asked again of the same row. */
  readonly isSpent: boolean
  /** Needs no account: whoever asks is answered the same. */
  readonly isPublic: boolean
}

/**
 * What a contract cannot know of a route: of one that a module adds everything but its permission, of a derived one what the module's own
 * rules make of it.
 */
export interface RouteEntry {
  /** The record whose row `:id` names, `<module>.<record>`; without it a row elsewhere is no matter. */
  readonly row?: `${string}.${string}`
  /** Permissions beside the one that the route names itself. */
  readonly needs?: readonly string[]
  readonly request?: (target: Target) => Promise<RouteRequest> | RouteRequest
  /** The status to somebody who may, about a row of his own territory. */
  readonly answers: number
  /** The same about a row elsewhere. Default: 404, as if it were not there. Without `row`: with what the request makes made elsewhere. */
  readonly elsewhere?: number
  readonly removed?: number
  readonly isVersioned?: boolean
}

/**
 * Entries by `<method> /<module>/<path>`: `POST /persons/households/:id/split`. A page that needs no account is named
 * `GET page:/notices/:id`.
 */
export type RouteEntries = Readonly<Record<string, RouteEntry>>

/** What is special about a route. */
export type Part = Partial<Omit<Expectation, 'route' | 'record' | 'needs'>> & {
  readonly verbs: readonly string[]
}
