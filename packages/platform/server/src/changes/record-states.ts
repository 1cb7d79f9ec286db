import type { Session } from '@opendpf/database'
import type { Actor } from '@opendpf/kit'
import type { RecordStates, RowChange } from '@opendpf/kit/server'
import type { Platform } from '../platform/platform.js'

/** What lies in no county has its chain under this number. */
const everywhere = '000000'

/** What this process knows of one chain: which records were changed since it first looked, and up to which entry it has looked. */
interface Chain {
  readonly base: number
  readTo: number
  /** The last entry of each record since the base. */
  readonly last: Map<string, number>
}

const memories = new WeakMap<Platform, Map<string, Chain>>()

interface Heads extends Record<string, unknown> {
  readonly heads: Readonly<Record<string, number>> | null
  readonly departures: Readonly<Record<string, number>> | null
  readonly is_writing: boolean
}

const headsText = `select (select jsonb_object_agg(county, seq) from audit_head where county = any($1::text[])) as heads,
  (select jsonb_object_agg(record, count) from record_departure where county = $2) as departures,
  pg_current_xact_id_if_assigned() is not null as is_writing`

/**
 * In which state the records of a county are, by its audit chain: every change has an entry, in the transaction of the change, and the chain
 * grows in the order of the commits. Undefined for somebody who works in several counties, and within a transaction that has written
 * something: what it wrote has no entry yet.
 */
export async function readStates(
  platform: Platform,
  { session, actor }: { readonly session: Session; readonly actor: Pick<Actor, 'scope'> },
): Promise<RecordStates | undefined> {
  if (actor.scope.level === 'all') return undefined
  const county = actor.scope.code.slice(0, 6)
  const [row] = await session.query<Heads>({
    name: 'record-states',
    text: headsText,
    values: [[county, everywhere], county],
  })
  if (!row || row.is_writing) return undefined
  const { departures } = row
  const seen = new Map([county, everywhere].map((chain) => [chain, row.heads?.[chain] ?? 0]))
  const chains = await lookAt(platform, seen, session)
  const textOf = (record: string): string | undefined => {
    const entries = [...seen].map(([name, head]) => stateIn(chains.get(name), record, head))
    return entries.includes(undefined) ? undefined : `${record}:${entries.join(':')}:${departures?.[record] ?? 0}`
  }
  return {
    of(records) {
      const states = records.toSorted().map(textOf)
      return states.includes(undefined) ? undefined : states.join(' ')
    },
    async since(state) {
      const changes: RowChange[] = []
      for (const then of state.split(' ')) {
        const [record = '', ...numbers] = then.split(':')
        const now = textOf(record)
        if (now === then) continue
        const span = now && spanOf(numbers.map(Number), now.split(':').slice(1).map(Number))
        const found = span && (await changesIn(session, { record, span, chains: [...seen.keys()] }))
        if (!found) return undefined
        changes.push(...found)
      }
      return changes
    },
  }
}

/** So many changed rows are told of, and so much of a chain is read for them. */
const changesAtMost = 200
const entriesAtMost = 20_000

type Entries = readonly { readonly from: number; readonly to: number }[]

/** Between which entries of its chains a record was changed; undefined where a row has left, or the later state is really the earlier one. */
function spanOf(then: readonly number[], now: readonly number[]): Entries | undefined {
  const [left, leftNow] = [then.at(-1), now.at(-1)]
  const span = now.slice(0, -1).map((to, index) => ({ from: then[index] ?? Number.NaN, to }))
  return left === leftNow && span.every(({ from, to }) => from <= to && to - from <= entriesAtMost) ? span : undefined
}

async function changesIn(
  session: Session,
  { record, span, chains }: { readonly record: string; readonly span: Entries; readonly chains: readonly string[] },
): Promise<readonly RowChange[] | undefined> {
  const rows = await session.query<{ readonly id: string; readonly before: number }>({
    text: `select record_id as id, min(version) - 1 as before from audit_entry e
      join unnest($2::text[], $3::bigint[], $4::bigint[]) s (county, since, until) on e.county = s.county and e.seq > s.since and e.seq <= s.until
      where e.record = $1 group by record_id limit ${changesAtMost + 1}`,
    values: [record, chains, span.map(({ from }) => from), span.map(({ to }) => to)],
  })
  return rows.length > changesAtMost ? undefined : rows.map(({ id, before }) => ({ record, id, before }))
}

/** The last change of a record in a chain; undefined where a later reader has seen more of it than this one may. */
function stateIn(chain: Chain | undefined, record: string, head: number): number | undefined {
  const state = chain && (chain.last.get(record) ?? chain.base)
  return state !== undefined && state <= head ? state : undefined
}

/** Reads what each chain has grown since it was looked at last. */
async function lookAt(
  platform: Platform,
  seen: ReadonlyMap<string, number>,
  session: Session,
): Promise<ReadonlyMap<string, Chain>> {
  const memory = memories.get(platform) ?? new Map<string, Chain>()
  memories.set(platform, memory)
  for (const [name, head] of seen) {
    const chain = memory.get(name) ?? { base: head, readTo: head, last: new Map<string, number>() }
    memory.set(name, chain)
    const from = chain.readTo
    if (head <= from) continue
    const rows = await session.query<{ readonly record: string; readonly seq: number }>({
      text: 'select record, max(seq) as seq from audit_entry where county = $1 and seq > $2 and seq <= $3 group by record',
      values: [name, from, head],
    })
    for (const { record, seq } of rows) chain.last.set(record, Math.max(Number(seq), chain.last.get(record) ?? 0))
    chain.readTo = Math.max(chain.readTo, head)
  }
  return memory
}
