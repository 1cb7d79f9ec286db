import { OpenDpfError } from '@opendpf/errors'
import type { PlacedRecord, Transition } from '@opendpf/kit'
import { fieldsOf, isOptional, isWithinScope, permissionFor, validateInput } from '@opendpf/kit'
import { todayIn } from '@opendpf/standards'
import { uuidv7 } from 'uuidv7'
import { requirePermission } from '../platform/actors.js'
import type { Row } from '../platform/codec.js'
import { codecOf } from '../platform/codec.js'
import { hooksOf } from '../platform/platform.js'
import type { Change, Pending, Speech } from './draft.js'
import { beginDraft } from './draft.js'
import { refuseTaken } from './numbers.js'
import { placeRows } from './place-rows.js'
import type { PrepareOptions } from './prepare-options.js'
import { tableStatements } from './statements.js'
import { checkStep } from './steps.js'
import type { Origin } from './write-session.js'

/** All checks of a batch of changes, cheap ones first, in a fixed number of queries: nothing is written yet. */
export async function prepareChanges(
  record: PlacedRecord,
  changes: readonly Change[],
  options: PrepareOptions,
): Promise<readonly Pending[]> {
  const { platform, session, actor, speech, origin } = options
  if (origin === 'person')
    for (const permission of new Set(changes.flatMap((change) => neededFor(record, change))))
      requirePermission(actor, permission)
  const ids = changes.flatMap((change) => (change.action === 'create' ? [] : [change.id]))
  const known =
    ids.length === 0
      ? new Map<string, Row>()
      : new Map(
          (await tableStatements(record, codecOf(record, platform.crypto)).lock(session, ids)).map((row) => [
            row.id,
            row,
          ]),
        )
  const pending = changes.map((change) => begin(record, change, known, options))
  for (const item of pending) await checkStep(record, item, options)
  await placeRows(record, pending, { platform, session, actor, speech })
  const hooks = hooksOf(platform, record)
  const today = todayIn(platform.clock)
  // a row that failed validation has holes where its contract promises values
  for (const { draft, problems } of pending)
    if (problems.length === 0)
      hooks?.prepare?.(draft, { actor, today, clock: platform.clock, registry: platform.registry })
  await refuseTaken(record, pending, { session, crypto: platform.crypto, speech })
  await hooks?.check?.(
    pending.filter(({ problems }) => problems.length === 0).map(({ draft }) => draft),
    options.context(),
  )
  for (const item of pending) requireComplete(record, item, speech)
  return pending
}

/** A step fills the fields it requires; whoever changes more with it must be allowed to change the record. */
function neededFor(record: PlacedRecord, change: Change): readonly string[] {
  if (change.action !== 'transition') return [permissionFor(record, change.action)]
  const { verb = '', values } = change
  const filled =
    (record.workflow?.transitions as Readonly<Record<string, Transition>> | undefined)?.[verb]?.requires ?? []
  return [
    permissionFor(record, verb),
    ...(Object.keys(values).every((field) => filled.includes(field)) ? [] : [permissionFor(record, 'update')]),
  ]
}

function begin(
  record: PlacedRecord,
  change: Change,
  known: ReadonlyMap<string, Row>,
  { actor, speech, origin }: PrepareOptions,
): Pending {
  const id = change.id ?? uuidv7()
  const before = change.action === 'create' ? undefined : known.get(id)
  if (change.action !== 'create') {
    if (!before || !isWithinScope(actor.scope, before)) throw new OpenDpfError('not-found')
    if (before.version !== change.version) throw new OpenDpfError('version-conflict')
  }
  const { values, problems } = readValues(record, change, { origin, speech })
  const base = before ? ownFields(record, before) : startingFields(record)
  const item = beginDraft(record, speech, {
    action: change.action,
    id,
    before,
    values: { ...base, ...values },
    verb: change.action === 'create' ? undefined : change.verb,
  })
  item.problems.push(...problems)
  return item
}

/** A person's values pass the contract's validation; a module's own code may also set computed fields, which are checked for type alone. */
function readValues(
  record: PlacedRecord,
  change: Change,
  { origin, speech }: { origin: Origin; speech: Speech },
): { values: Readonly<Record<string, unknown>>; problems: Pending['problems'] } {
  if (origin === 'module')
    return {
      values: Object.fromEntries(Object.entries(change.values).filter(([name]) => name in record.fields)),
      problems: [],
    }
  const result = validateInput(record, change.values, {
    mode: change.action === 'create' ? 'create' : 'update',
    locale: speech.locale,
    labelOf: (field) => speech.label(record, field),
  })
  return result.ok ? { values: result.values, problems: [] } : { values: {}, problems: [...result.problems] }
}

function ownFields(record: PlacedRecord, row: Row): Record<string, unknown> {
  return Object.fromEntries(fieldsOf(record).map(({ name }) => [name, row[name] ?? null]))
}

function startingFields(record: PlacedRecord): Record<string, unknown> {
  const values: Record<string, unknown> = Object.fromEntries(fieldsOf(record).map(({ name }) => [name, null]))
  if (record.workflow) values[record.workflow.field] = record.workflow.initial
  return values
}

/** After the hooks every required field must be there, computed ones too: a hole is a fault of the module, and nothing is written. */
function requireComplete(record: PlacedRecord, item: Pending, speech: Speech): void {
  if (item.problems.length > 0) return
  const values = item.draft.values as Record<string, unknown>
  for (const { name, schema } of fieldsOf(record)) {
    if ((values[name] === null || values[name] === undefined) && !isOptional(schema))
      item.problems.push(speech.own(record, name, 'invalid'))
  }
}
