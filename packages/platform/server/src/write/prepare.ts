import { OpenDpfError } from '@opendpf/errors'
import type { PlacedRecord, Transition } from '@opendpf/kit'
import { allows, fieldsOf, isOptional, isWithinScope, permissionFor, validateInput } from '@opendpf/kit'
import { todayIn } from '@opendpf/standards'
import { uuidv7 } from 'uuidv7'
import { checkAttachments } from '../attachments/check-attachments.js'
import { requirePermission } from '../platform/actors.js'
import type { Row } from '../platform/codec.js'
import { codecOf } from '../platform/codec.js'
import { hooksOf } from '../platform/platform.js'
import { isReadable } from '../read/readable-with.js'
import type { Change, Pending, Speech } from './draft.js'
import { beginDraft } from './draft.js'
import { refuseTaken } from './numbers.js'
import { placeRows } from './place-rows.js'
import type { PrepareOptions } from './prepare-options.js'
import { tableStatements } from './statements.js'
import { checkSteps } from './steps.js'
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
  await checkSteps(record, pending, options)
  // of a step that is only asked about nothing else is known yet
  const going = pending.filter(({ isAsking }) => !isAsking)
  await placeRows(record, going, { platform, session, actor, speech })
  await checkAttachments(record, going, options)
  const hooks = hooksOf(platform, record)
  const today = todayIn(platform.clock)
  // a row that failed validation has holes where its contract promises values
  for (const { draft, problems } of going)
    if (problems.length === 0)
      hooks?.prepare?.(draft, { actor, today, clock: platform.clock, registry: platform.registry })
  await refuseTaken(record, going, { session, crypto: platform.crypto, speech })
  await hooks?.check?.(
    going.filter(({ problems }) => problems.length === 0).map(({ draft }) => draft),
    options.context(),
  )
  for (const item of going) requireComplete(record, item, speech)
  return pending
}

/** A step fills the fields it requires; whoever changes more with it must be allowed to change the record. */
function neededFor(record: PlacedRecord, change: Change): readonly string[] {
  // what nobody enters or changes by a form is brought in by whoever may import it
  if (change.action !== 'transition')
    return [permissionFor(record, allows(record, change.action) ? change.action : 'import')]
  const { verb = '', values } = change
  const isMore = Object.keys(values).some((field) => !filledBy(record, verb).includes(field))
  return [
    permissionFor(record, verb),
    // where nobody may update, the field itself is refused
    ...(isMore && allows(record, 'update') ? [permissionFor(record, 'update')] : []),
  ]
}

/** The fields that a step asks for. */
function filledBy(record: PlacedRecord, verb = ''): readonly string[] {
  return (record.workflow?.transitions as Readonly<Record<string, Transition>> | undefined)?.[verb]?.requires ?? []
}

function begin(
  record: PlacedRecord,
  change: Change,
  known: ReadonlyMap<string, Row>,
  { platform, actor, speech, origin }: PrepareOptions,
): Pending {
  const id = change.id ?? uuidv7()
  const before = change.action === 'create' ? undefined : known.get(id)
  if (change.action !== 'create') {
    if (!before || !isWithinScope(actor.scope, before)) throw new OpenDpfError('not-found')
    if (origin === 'person' && !isReadable(record, before, { actor, registry: platform.registry }))
      throw new OpenDpfError('not-found')
    if (before.version !== change.version) throw new OpenDpfError('version-conflict')
  }
  const { values, problems } = readValues(record, change, { origin, speech })
  const base = before ? ownFields(record, before) : startingFields(record)
  const item = beginDraft(record, speech, {
    action: change.action,
    id,
    before,
    values: { ...base, ...values },
    ...(change.action === 'create' ? {} : { verb: change.verb, reason: change.reason, isAsking: change.isAsking }),
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
  if (!result.ok) return { values: {}, problems: [...result.problems] }
  if (change.action !== 'transition' || allows(record, 'update')) return { values: result.values, problems: [] }
  const filled = filledBy(record, change.verb)
  const problems = Object.keys(result.values)
    .filter((field) => !filled.includes(field))
    .map((field) => speech.own(record, field, 'notWithStep'))
  return { values: result.values, problems }
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
