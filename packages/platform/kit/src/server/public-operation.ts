import type { Texts } from '@opendpf/messages'
import type { $ZodType } from 'zod/v4/core'

/** What a public route answers: a shape as JSON, or a text of another media type. */
export type PublicAnswer = $ZodType | { readonly mediaType: string }

/** A public route as the OpenAPI document tells of it, and as somebody who connects another system needs it. */
export interface PublicOperation {
  readonly method: 'get' | 'post'
  /** Below `/api/v1/<module>/public`, parameters in braces: `/notices/{id}`. */
  readonly path: `/${string}`
  /** Unique in the module: `notices.read`. */
  readonly name: string
  readonly summary: Texts
  /** Parameters of the address behind the question mark, with what they say. */
  readonly query?: Readonly<Record<string, Texts>>
  readonly body?: $ZodType
  /** By status; problems are told of beside them. */
  readonly answers: Readonly<Record<number, PublicAnswer>>
}
