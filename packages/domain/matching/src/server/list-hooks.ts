import type { Guard, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { listKindsOf, matching } from '../contract/index.js'

const { list, difference } = matching.records
const counts = ['rows', 'matched', 'doubtful', 'unknown', 'differing', 'confirmed', 'rejected'] as const
/** What its rows were read by: with rows in it, it is another list that says something else. */
const fixed = ['kind', 'asOf', 'division', 'isWhole'] as const

/** A list is of a kind that some module declares, and of a day that has come. */
export const listHooks: RecordHooks<typeof list> = {
  prepare({ values, before, action, refuse }, { registry, today }) {
    for (const name of counts) values[name] ??= 0
    if (!listKindsOf(registry).has(values.kind)) refuse('kind', 'list.problem.kind')
    for (const day of ['asOf', 'receivedOn'] as const) if (values[day] > today) refuse(day, 'list.problem.future')
    if (action !== 'update' || !before || before.rows === 0) return
    for (const field of fixed) if (before[field] !== values[field]) refuse(field, 'list.problem.fixed')
  },
  async after(changes, context) {
    const opened = changes.flatMap(({ before, row }) =>
      row?.state === 'receiving' && before?.state === 'draft' ? [row] : [],
    )
    await pauseOthers(opened, context)
  },
}

/** Where a list begins to receive, the others of its county wait: a row has one list to go into. */
async function pauseOthers(
  opened: readonly { readonly id: string; readonly county: string | null }[],
  { db, write }: ModuleContext,
): Promise<void> {
  const latest = new Map(opened.map(({ county, id }) => [county, id]))
  if (latest.size === 0) return
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from matching_list where state = 'receiving' and county = any(${[...latest.keys()]}::text[])
      and id <> all(${[...latest.values()]}::text[]) order by id for update`.execute(db)
  const steps = rows.map(({ id, version }) => ({ id, version, values: {} }))
  if (steps.length > 0) await write.transitionMany(list, 'pause', steps)
}

/** When a list goes on. */
export const listGuards = {
  'list.hasRows': (_, { rows }) => rows > 0 || {},
  'list.nothingDoubtful': (_, { doubtful }) => doubtful === 0 || { count: doubtful },
  'list.allDecided': async ({ read }, { id }) => {
    const count = await read.count(difference, { list: id, state: 'open' })
    return count === 0 || { count }
  },
} satisfies Readonly<Record<string, Guard<typeof list>>>
