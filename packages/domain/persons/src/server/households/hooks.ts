import { OpenDpfError } from '@opendpf/errors'
import type { RecordHooks } from '@opendpf/kit/server'
import { persons } from '../../contract/index.js'
import { headFault, type Membership, overlaps } from './membership.js'
import { refreshHouseholds } from './refresh.js'

type Member = typeof persons.records.member
type Household = typeof persons.records.household

/** A household's head is called by the name in the register. */
export const householdHooks: RecordHooks<Household> = {
  async check(drafts, { read }) {
    const heads = drafts.flatMap(({ values }) => (values.head === null ? [] : [values.head]))
    if (heads.length === 0) return
    const names = new Map((await read.many(persons.records.person, { id: heads })).map(({ id, name }) => [id, name]))
    for (const { values } of drafts) values.headName = names.get(values.head ?? '') ?? values.headName
  },
}

/** Who belongs where: one household at a time for each person, one head for each household. */
export const memberHooks: RecordHooks<Member> = {
  prepare({ values, refuse }) {
    if (values.until !== null && values.until < values.since) refuse('until', 'member.problem.period')
  },

  async check(drafts, { read, today }) {
    for (const { values, refuse } of drafts)
      if (values.until !== null && values.until > today) refuse('until', 'member.problem.future')
    const touched = [
      ...new Set(drafts.flatMap(({ before, values }) => [values.household, ...(before ? [before.household] : [])])),
    ]
    const people = [...new Set(drafts.map(({ values }) => values.person))]
    const stored = new Map<string, Membership>()
    for (const row of [
      ...(await read.many(persons.records.member, { household: touched })),
      ...(await read.many(persons.records.member, { person: people })),
    ])
      stored.set(row.id, row)
    const ended = new Set(
      (await read.many(persons.records.household, { id: touched }))
        .filter(({ endedOn }) => endedOn !== null)
        .map(({ id }) => id),
    )
    // what the register will hold when all of these are written
    const changed = new Map(
      drafts.map((draft, position) => [draft, { id: draft.before?.id ?? `new ${position}`, ...draft.values }]),
    )
    for (const row of changed.values()) stored.set(row.id, row)
    const byPerson = Map.groupBy(stored.values(), ({ person }) => person)
    const byHousehold = Map.groupBy(stored.values(), ({ household }) => household)
    for (const [draft, row] of changed) {
      const others = (byPerson.get(row.person) ?? []).filter(({ id }) => id !== row.id)
      if (others.some((other) => overlaps(other, row))) draft.refuse('person', 'member.problem.otherHousehold')
      if (row.until === null && ended.has(row.household)) draft.refuse('household', 'member.problem.ended')
      const fault = headFault(byHousehold.get(row.household) ?? [])
      if (fault)
        draft.refuse(
          'relation',
          fault === 'noHead' && draft.before ? 'member.problem.headLeaves' : `member.problem.${fault}`,
        )
    }
  },

  async after(changes, context) {
    const touched = new Set(
      changes.flatMap(({ before, row }) => [before?.household, row?.household].filter((id) => id !== undefined)),
    )
    const removed = changes
      .filter(({ action }) => action === 'remove')
      .flatMap(({ before }) => (before ? [before.household] : []))
    for (const household of new Set(removed)) {
      const fault = headFault(await context.read.many(persons.records.member, { household }))
      // a removal passes no other check
      if (fault)
        throw new OpenDpfError('still-in-use', {
          params: { count: 1, what: context.registry.text('persons', context.locale, 'household') },
        })
    }
    await refreshHouseholds(touched, context)
  },
}
