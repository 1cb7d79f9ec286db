import { keepDaysInOrder, type ModuleContext, type RecordHooks } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { povertyRelief } from '../../contract/index.js'
import { helpedSince } from './help-intervals.js'

const { pairing, help } = povertyRelief.records

export const pairingHooks: RecordHooks<typeof pairing> = {
  prepare(draft, { today }) {
    draft.values.lastHelpOn ??= null
    keepDaysInOrder(draft, ['since', 'until'], { record: 'pairing', today })
  },
}

/** Help lies within the time in which somebody stands by another, and tells when he did last. */
export const helpHooks: RecordHooks<typeof help> = {
  prepare({ values, refuse }, { today }) {
    if (values.helpedOn > today) refuse('helpedOn', 'help.problem.future')
  },
  async check(drafts, { read }) {
    const ids = [...new Set(drafts.map(({ values }) => values.pairing))]
    const pairings = new Map((await read.many(pairing, { id: ids }, { limit: ids.length })).map((row) => [row.id, row]))
    for (const { values, refuse } of drafts) {
      const of = pairings.get(values.pairing)
      if (of && (values.helpedOn < of.since || values.helpedOn > (of.until ?? values.helpedOn)))
        refuse('helpedOn', 'help.problem.outside')
    }
  },
  after: (changes, context) =>
    keepLast(
      changes.flatMap(({ before, row }) => [before?.pairing, row?.pairing].filter((id) => id !== undefined)),
      context,
    ),
}

/** Tells each pairing its latest help; one that waited for a help goes on once there is a new one. */
async function keepLast(pairings: readonly string[], context: ModuleContext): Promise<void> {
  const { db, write } = context
  const { rows } = await sql<{ readonly id: string; readonly version: number; readonly last: string | null }>`
    select p.id, p.version, max(h.helped_on)::text as last
    from poverty_relief_pairing p left join poverty_relief_help h on h.pairing = p.id
    where p.id = any(${[...new Set(pairings)]}::text[]) group by p.id, p.version, p.last_help_on
    having p.last_help_on is distinct from max(h.helped_on) order by p.id`.execute(db)
  const told = await write.updateMany(
    pairing,
    rows.map(({ id, version, last }) => ({ id, version, values: { lastHelpOn: last } })),
  )
  const since = await helpedSince(context)
  const helped = told.filter(
    ({ state, division, lastHelpOn }) => state === 'neglected' && (lastHelpOn ?? '') >= since(division ?? ''),
  )
  await write.transitionMany(
    pairing,
    'resume',
    helped.map(({ id, version }) => ({ id, version, values: {} })),
  )
}
