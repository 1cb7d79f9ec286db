import type { Session } from '@opendpf/database'
import { appendAudit, seeingEverything } from '@opendpf/database'
import { OpenDpfError } from '@opendpf/errors'
import type { PlacedRecord } from '@opendpf/kit'
import { isWithinScope, snakeCase } from '@opendpf/kit'
import type { ModuleContext, Reader } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import { todayIn } from '@opendpf/standards'
import { uuidv7 } from 'uuidv7'
import { bindAttachments } from '../attachments/bind-attachments.js'
import { moduleFiles } from '../attachments/module-files.js'
import { createDepartures } from '../changes/departures.js'
import { readStates } from '../changes/record-states.js'
import { deadlineChanges } from '../deadlines/deadline-changes.js'
import { periodsOn } from '../deadlines/periods.js'
import { deadlineRecord } from '../deadlines/read-deadlines.js'
import type { Row } from '../platform/codec.js'
import { codecOf } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import { hooksOf, providedBy } from '../platform/platform.js'
import { createReader } from '../read/reader.js'
import { writeGrams } from '../search/gram-rows.js'
import { createDeeds } from './deeds.js'
import type { Pending } from './draft.js'
import { speak } from './draft.js'
import { followers, hasFarFollowers } from './followers.js'
import { kyselyOn } from './kysely-session.js'
import { numberTable, writeNumbers } from './numbers.js'
import { prepareChanges } from './prepare.js'
import { tableStatements } from './statements.js'
import { emitSteps } from './steps.js'
import { watchGrowth } from './table-growth.js'
import type { StoredChange, WriteSession, WriteSessionOptions } from './write-session.js'
import { createWriter } from './writer.js'
import { isRecordTable } from './written-table.js'

/** Opens the write path on a running transaction. */
export function openWriteSession(options: WriteSessionOptions): WriteSession {
  const { platform, session, actor, isDryRun = false } = options
  const now = platform.clock.now().toISOString()
  const speech = speak(platform.registry, options.locale)
  const growth = watchGrowth(session, { isDryRun })
  const deeds = createDeeds({ platform, actor, now, isDryRun })
  const departures = createDepartures()
  const events: { id: string; at: string; county: string | null; name: string; payload: unknown }[] = []
  const read: Reader = createReader({ platform, actor, run: (work) => work(session) })

  /** Writes rows whose checks are done, with their history, numbers, grams and whatever follows them. */
  const store = async (record: PlacedRecord, changes: readonly StoredChange[]): Promise<void> => {
    if (changes.length === 0) return
    const statements = tableStatements(record, codecOf(record, platform.crypto))
    const known = changes.flatMap((change) =>
      change.before && !deeds.isPartOfMaking(change) ? [change.before.id] : [],
    )
    const created = changes.flatMap(({ before, row }) => (row && !before ? [row] : []))
    const updated = changes.flatMap(({ before, row }) => (row && before ? [{ before, row }] : []))
    const removed = changes.flatMap(({ before, row }) => (before && !row ? [before.id] : []))
    if (known.length > 0) statements.archive(session, known, now)
    if (created.length > 0) statements.insert(session, created)
    if (created.length > 0) await growth.add(record.table, created.length)
    if (updated.length > 0) statements.update(session, updated)
    if (removed.length > 0) statements.remove(session, removed)
    await growth.add(numberTable, writeNumbers(session, record, changes, { crypto: platform.crypto, speech }))
    for (const change of changes) deeds.note(change)
    departures.note(changes)
    if (isDryRun) return
    writeGrams(session, record, changes)
    await bindAttachments(record, changes, { session, scope: actor.scope })
    await storeFollowers(record, changes)
    await storeDeadlines(record, changes)
    if (record.ref === 'system.division') session.afterCommit(() => platform.divisions.forget())
  }

  /** Children lie within sight; copies may lie anywhere and must stay true all the same. */
  const storeFollowers = async (record: PlacedRecord, changes: readonly StoredChange[]): Promise<void> => {
    const work = async (): Promise<void> => {
      for (const following of await followers(record, changes, { platform, session }))
        await store(following.record, following.changes.map(stamp))
    }
    if (changes.some(({ before, row }) => before && row) && hasFarFollowers(record, platform.registry))
      await seeingEverything(session, actor.scope, work)
    else await work()
  }

  const stamp = <C extends StoredChange>(change: C): C => {
    const { before, row } = change
    if (!row) return change
    const version = !before ? 1 : deeds.isPartOfMaking(change) ? before.version : before.version + 1
    return { ...change, row: { ...row, version, recordedAt: later(now, before?.recordedAt), recordedBy: actor.id } }
  }

  /** Periods start, stand still and end with the steps of their rows. */
  const storeDeadlines = async (record: PlacedRecord, changes: readonly StoredChange[]): Promise<void> => {
    const following = await deadlineChanges(record, changes, { platform, session, actor, now })
    if (following.length > 0) await store(deadlineRecord(platform), following.map(stamp))
  }

  const settle = (record: PlacedRecord, item: Pending): StoredChange => {
    const { before, draft, id, place } = item
    const row = {
      ...(draft.values as Record<string, unknown>),
      id,
      ...place,
      version: 0,
      recordedAt: now,
      recordedBy: actor.id,
    } as Row
    return stamp({ record, action: draft.verb ?? draft.action, before, row, reason: item.reason })
  }

  const follow = async (record: PlacedRecord, changes: readonly StoredChange[]): Promise<void> => {
    if (changes.length === 0) return
    await hooksOf(platform, record)?.after?.(
      changes.map(({ before, row, action }) => ({ before, row, action })) as never,
      context,
    )
  }

  const self: Omit<WriteSession, 'context'> = {
    async apply(record, changes, origin) {
      const pending = await prepareChanges(record, changes, {
        platform,
        session,
        actor,
        speech,
        origin,
        context: () => context,
        done: () => deeds.entries,
      })
      const good = pending.filter(({ problems }) => problems.length === 0)
      const stored = new Map(good.filter(isChanged).map((item) => [item, settle(record, item)]))
      await store(record, [...stored.values()])
      emitSteps(record, [...stored.values()], context)
      await follow(record, [...stored.values()])
      return pending.map((item) => ({
        row: stored.get(item)?.row ?? (item.problems.length === 0 ? item.before : undefined),
        before: item.before,
        problems: item.problems,
        warnings: item.warnings,
        refusal: item.refusal,
      }))
    },
    async remove(record, rows, reason) {
      const statements = tableStatements(record, codecOf(record, platform.crypto))
      const ids = rows.map(({ id }) => id)
      const lock = async () => new Map((await statements.lock(session, ids)).map((row) => [row.id, row]))
      const found = await lock()
      for (const { id, version } of rows) {
        const before = found.get(id)
        if (!before || !isWithinScope(actor.scope, before)) throw new OpenDpfError('not-found')
        if (before.version !== version) throw new OpenDpfError('version-conflict')
      }
      const hadDependents = await removeDependents(record, ids, { platform, session, remove: self.remove })
      await seeingEverything(session, actor.scope, () =>
        refuseWhileReferred(record, ids, { platform, session, locale: options.locale }),
      )
      // a row that keeps count of its dependents has changed as they went
      const last = hadDependents ? await lock() : found
      const changes = ids.map(
        (id): StoredChange => ({ record, action: 'remove', before: last.get(id), row: undefined, reason }),
      )
      await store(record, changes)
      await follow(record, changes)
    },
    async restore(record, id) {
      const last = await tableStatements(record, codecOf(record, platform.crypto)).last(session, id)
      if (!last) throw new OpenDpfError('not-found')
      const [item] = await prepareChanges(record, [{ action: 'create', id, values: last }], {
        platform,
        session,
        actor,
        speech,
        origin: 'module',
        context: () => context,
        done: () => deeds.entries,
      })
      if (!item || item.problems.length > 0) throw new OpenDpfError('invalid-input', { fields: item?.problems ?? [] })
      const row = {
        ...(item.draft.values as Record<string, unknown>),
        id,
        ...item.place,
        version: last.version + 2,
        recordedAt: later(now, last.recordedAt),
        recordedBy: actor.id,
      } as Row
      const change: StoredChange = { record, action: 'restore', before: undefined, row }
      await store(record, [change])
      await follow(record, [change])
      return row
    },
    async finish() {
      if (isDryRun) return
      if (events.length > 0)
        session.send({
          name: 'outbox',
          text: 'insert into outbox (id, at, county, name, payload) select id, at, county, name, payload from jsonb_populate_recordset(null::outbox, $1::jsonb)',
          values: [JSON.stringify(events)],
        })
      departures.write(session)
      await appendAudit(session, deeds.entries, platform.crypto.digest)
    },
  }

  const context: ModuleContext = {
    actor,
    clock: platform.clock,
    today: todayIn(platform.clock),
    registry: platform.registry,
    locale: options.locale,
    provided: providedBy(platform),
    read,
    periods: periodsOn(todayIn(platform.clock), actor, (work) => work(session)),
    secrets: platform.crypto,
    states: () => readStates(platform, { session, actor }),
    files: moduleFiles({ platform, session, actor }),
    planFreely: (ask) => session.planFreely(ask),
    write: createWriter(
      self,
      speech,
      (name, payload, county = null) =>
        void events.push({
          id: uuidv7(),
          at: now,
          county: actor.scope.level === 'all' ? county : actor.scope.code.slice(0, 6),
          name,
          payload,
        }),
    ),
    db: kyselyOn(session, (table) => isRecordTable(platform.registry, table)),
  }
  return { ...self, context }
}

/** System time never runs backwards for a row, whatever the machine's clock does. */
function later(now: string, before: string | undefined): string {
  return before !== undefined && before > now ? before : now
}

/** A change that changes nothing writes nothing: no version, no history, no audit entry. */
function isChanged({ before, draft, place, isAsking }: Pending): boolean {
  if (isAsking) return false
  if (!before || draft.action === 'transition') return true
  const values = draft.values as Record<string, unknown>
  return (
    before.division !== place.division ||
    Object.keys(values).some((name) => JSON.stringify(values[name] ?? null) !== JSON.stringify(before[name] ?? null))
  )
}

/** Rows that say nothing without the row they refer to go before it, as far as the actor can see them. Answers whether there were any. */
async function removeDependents(
  record: PlacedRecord,
  ids: readonly string[],
  {
    platform,
    session,
    remove,
  }: { readonly platform: Platform; readonly session: Session } & Pick<WriteSession, 'remove'>,
): Promise<boolean> {
  let hadSome = false
  for (const { record: other, field, onRemove } of platform.registry.referencesTo(record.ref)) {
    if (onRemove !== 'remove') continue
    const rows = await session.query<{ id: string; version: number }>({
      text: `select id, version from ${other.table} where ${snakeCase(field)} = any($1::text[])`,
      values: [ids],
    })
    if (rows.length > 0) await remove(other, rows)
    hadSome ||= rows.length > 0
  }
  return hadSome
}

async function refuseWhileReferred(
  record: PlacedRecord,
  ids: readonly string[],
  tools: { readonly platform: Platform; readonly session: Session; readonly locale: Locale },
): Promise<void> {
  for (const { record: other, field } of tools.platform.registry.referencesTo(record.ref)) {
    const [row] = await tools.session.query<{ count: number }>({
      text: `select count(*) from ${other.table} where ${snakeCase(field)} = any($1::text[])`,
      values: [ids],
    })
    if (row && row.count > 0)
      throw new OpenDpfError('still-in-use', {
        params: { count: row.count, what: tools.platform.registry.text(other.module, tools.locale, other.name) },
      })
  }
}
