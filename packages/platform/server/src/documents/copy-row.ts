import type { PlacedRecord } from '@opendpf/kit'
import type { Platform } from '../platform/platform.js'

/** One copy, as a row of `system.document`. */
export interface CopyRow {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly record: string
  readonly rowId: string
  readonly rowVersion: number
  readonly document: string
  readonly copy: number
  readonly hash: string
  /** Where the file lies among what is kept of the county. */
  readonly digest: string
  readonly fileBytes: number
  readonly madeBy: string
  readonly madeByName: string
  readonly madeAt: string
  /** Rows of which it shows in full what is masked elsewhere. */
  readonly shows: readonly { readonly record: string; readonly recordId: string; readonly fields: readonly string[] }[]
  readonly job: string | null
  readonly division: string
  readonly county: string
}

/** The record that copies are rows of. */
export function copyRecordOf({ registry }: Pick<Platform, 'registry'>): PlacedRecord {
  return registry.record('system.document')
}

/** The name under which the joint file of a batch is stored. */
export function batchFileOf(job: string): string {
  return `batch-${job}`
}
