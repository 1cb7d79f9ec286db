import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { surveys } from '../../contract/index.js'

const { proposal } = surveys.records
const { person, status, need } = persons.records
type Proposal = RowOf<typeof proposal>

/**
 * Writes accepted proposals into the register, with the survey as their source. What the register has come to know meanwhile is left as it is:
 * a status that holds now does not begin again.
 */
export async function carryOut(accepted: readonly Proposal[], context: ModuleContext): Promise<void> {
  const of = (change: Proposal['change']) => accepted.filter((one) => one.change === change)
  await begin(of('begins'), context)
  await end(of('ends'), context)
  await raise(of('needed'), context)
  await takePhones(of('phone'), context)
}

async function begin(proposals: readonly Proposal[], { read, write }: ModuleContext): Promise<void> {
  if (proposals.length === 0) return
  const held = await read.many(status, { person: proposals.map((one) => one.person) })
  const fresh = proposals.filter(
    (one) =>
      !held.some(
        ({ person: whose, kind, until }) =>
          whose === one.person && kind === one.statusKind && (until === null || until >= one.foundOn),
      ),
  )
  await write.createMany(
    status,
    once(fresh, ({ person: whose, statusKind }) => `${whose} ${statusKind}`).map((one) => ({
      person: one.person,
      kind: one.statusKind,
      since: one.foundOn,
      source: 'survey',
    })),
  )
}

async function end(proposals: readonly Proposal[], { read, write }: ModuleContext): Promise<void> {
  if (proposals.length === 0) return
  const held = await read.many(status, { person: proposals.map((one) => one.person) })
  const ending = held.flatMap((row) => {
    const one = proposals.find(({ person: whose, statusKind }) => whose === row.person && statusKind === row.kind)
    const isHeld = one && row.since <= one.foundOn && (row.until === null || row.until > one.foundOn)
    return isHeld ? [{ id: row.id, version: row.version, values: { until: one.foundOn } }] : []
  })
  await write.updateMany(status, ending)
}

async function raise(proposals: readonly Proposal[], { read, write }: ModuleContext): Promise<void> {
  if (proposals.length === 0) return
  const open = await read.many(need, { person: proposals.map((one) => one.person), state: 'open' })
  const there = new Set(open.map((row) => `${row.person} ${row.kind}`))
  const keyOf = ({ person: whose, needKind }: Proposal) => `${whose} ${needKind}`
  await write.createMany(
    need,
    once(
      proposals.filter((one) => !there.has(keyOf(one))),
      keyOf,
    ).map((one) => ({
      person: one.person,
      kind: one.needKind,
      level: one.isUrgent === true ? 'urgent' : 'ordinary',
      raisedOn: one.foundOn,
    })),
  )
}

async function takePhones(proposals: readonly Proposal[], { read, write }: ModuleContext): Promise<void> {
  if (proposals.length === 0) return
  const latest = new Map(proposals.map((one) => [one.person, one.phone]))
  const rows = await read.many(person, { id: [...latest.keys()] }, { limit: latest.size })
  await write.updateMany(
    person,
    rows.map(({ id, version }) => ({ id, version, values: { phone: latest.get(id) ?? null } })),
  )
}

/** Of those with one key the first: two campaigns can find the same. */
function once<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return [...new Map(all.toReversed().map((one) => [keyOf(one), one])).values()]
}
