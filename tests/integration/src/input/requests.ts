import type { Sample } from '@opendpf/testing'

/** One thing that somebody sends and that must be refused. */
export interface Attack {
  readonly what: string
  /** What is tried, where `what` names the record's own: the same on another record finds the same. */
  readonly like?: string
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** The statuses that are right. */
  readonly status: readonly number[]
  /** The field that the refusal must name. */
  readonly field?: string
}

/** What attacks on a record are made with: a row of the sender's county, one of the next, and the values of the first. */
export interface Target {
  /** The record's address. */
  readonly address: string
  readonly here: Sample
  readonly there: Sample | undefined
  readonly version: number
}

/** The header of a change that has seen the present version. */
export const seen = (version: number): Readonly<Record<string, string>> => ({ 'if-match': `"${version}"` })
