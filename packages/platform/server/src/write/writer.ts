import { OpenDpfError } from '@opendpf/errors'
import type { PlacedRecord, RowOf } from '@opendpf/kit'
import type { Writer } from '@opendpf/kit/server'
import type { Change, Outcome, Speech } from './draft.js'
import type { WriteSession } from './write-session.js'

/** The write path as modules see it: strict, so that one refused row refuses the whole call. */
export function createWriter(
  session: Pick<WriteSession, 'apply' | 'remove' | 'restore'>,
  speech: Speech,
  emit: Writer['emit'],
): Writer {
  const apply = async (record: PlacedRecord, changes: readonly Change[]) =>
    (await session.apply(record, changes, 'module')).map((outcome) =>
      rowOrThrow(outcome, (field) => speech.label(record, field)),
    )
  const first = <T>(rows: readonly T[]): T => {
    const [row] = rows
    if (row === undefined) throw new OpenDpfError('not-found')
    return row
  }
  const writer = {
    create: async (record: PlacedRecord, values: Readonly<Record<string, unknown>>) =>
      first(await apply(record, [{ action: 'create', values }])),
    createMany: (record: PlacedRecord, values: readonly Readonly<Record<string, unknown>>[]) =>
      apply(
        record,
        values.map((value) => ({ action: 'create', values: value })),
      ),
    update: async (
      record: PlacedRecord,
      change: { id: string; version: number; values: Readonly<Record<string, unknown>> },
    ) => first(await apply(record, [{ action: 'update', ...change }])),
    updateMany: (
      record: PlacedRecord,
      changes: readonly { id: string; version: number; values: Readonly<Record<string, unknown>> }[],
    ) =>
      apply(
        record,
        changes.map((change) => ({ action: 'update', ...change })),
      ),
    remove: (record: PlacedRecord, { id, version, reason }: { id: string; version: number; reason?: string }) =>
      session.remove(record, [{ id, version }], reason),
    removeMany: (record: PlacedRecord, changes: readonly { id: string; version: number }[], reason?: string) =>
      session.remove(record, changes, reason),
    restore: (record: PlacedRecord, id: string) => session.restore(record, id),
    transition: async (
      record: PlacedRecord,
      {
        id,
        version,
        verb,
        values = {},
        reason,
      }: {
        id: string
        version: number
        verb: string
        values?: Readonly<Record<string, unknown>>
        reason?: string
      },
    ) =>
      first(
        await apply(record, [
          { action: 'transition', id, version, verb, values, ...(reason === undefined ? {} : { reason }) },
        ]),
      ),
    transitionMany: (
      record: PlacedRecord,
      verb: string,
      steps: readonly { id: string; version: number; values: Readonly<Record<string, unknown>> }[],
      reason?: string,
    ) =>
      apply(
        record,
        steps.map((step) => ({ action: 'transition', verb, ...step, ...(reason === undefined ? {} : { reason }) })),
      ),
    emit,
  }
  // the rows of one record are typed by its contract, which a function over all records cannot know
  return writer as unknown as Writer
}

/** The row that was written, or the reasons why it was not. */
export function rowOrThrow(
  outcome: Outcome,
  labelOf: (field: string) => string = (field) => field,
): RowOf<PlacedRecord> {
  if (outcome.refusal) throw outcome.refusal
  if (outcome.problems.length > 0) {
    const isTaken = outcome.problems.every(({ code }) => code === 'duplicate')
    throw new OpenDpfError(isTaken ? 'duplicate' : 'invalid-input', {
      fields: outcome.problems,
      params: isTaken ? { what: labelOf(outcome.problems[0]?.path ?? '') } : {},
    })
  }
  if (!outcome.row) throw new OpenDpfError('not-found')
  return outcome.row as RowOf<PlacedRecord>
}
