import type { RecordHooks } from '@opendpf/kit/server'
import { persons } from '../../contract/index.js'
import { householdsOf, refreshHouseholds } from '../households/refresh.js'
import { overlap, type Stretch } from './stretches.js'

type Status = typeof persons.records.status

/** Periods of one kind of one person do not overlap, and households know of their students. */
export const statusHooks: RecordHooks<Status> = {
  prepare({ values, refuse }) {
    if (values.until !== null && values.until < values.since) refuse('until', 'status.problem.period')
  },

  async check(drafts, { read }) {
    const people = [...new Set(drafts.map(({ values }) => values.person))]
    const stored = new Map<string, Stretch>(
      (await read.many(persons.records.status, { person: people })).map((row) => [row.id, row]),
    )
    const own = new Map(
      drafts.map((draft, position) => [draft, { id: draft.before?.id ?? `new ${position}`, ...draft.values }]),
    )
    for (const row of own.values()) stored.set(row.id, row)
    const byPerson = Map.groupBy(stored.values(), ({ person, kind }) => `${person} ${kind}`)
    for (const [draft, row] of own) {
      const others = byPerson.get(`${row.person} ${row.kind}`) ?? []
      if (others.some((other) => other.id !== row.id && overlap(other, row)))
        draft.refuse('since', 'status.problem.overlap')
    }
  },

  async after(changes, context) {
    const enrolled = changes.flatMap(({ before, row }) => [before, row].filter((status) => status?.kind === 'enrolled'))
    const people = [...new Set(enrolled.flatMap((status) => (status ? [status.person] : [])))]
    await refreshHouseholds(await householdsOf(people, context), context)
  },
}
