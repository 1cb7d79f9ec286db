import { type Guard, keepDaysInOrder, type RecordHooks } from '@opendpf/kit/server'
import { povertyRelief } from '../../contract/index.js'

const { poorEntry } = povertyRelief.records

/** Nobody is on the list twice at a time; who comes back to it has left it before. */
export const poorEntryHooks: RecordHooks<typeof poorEntry> = {
  prepare(draft, { today }) {
    keepDaysInOrder(draft, ['foundOn', 'listedOn', 'leftOn', 'closedOn'], { record: 'poorEntry', today })
    const { listedOn, reviewOn, leftOn, watchUntil } = draft.values
    if (reviewOn !== null && listedOn !== null && reviewOn <= listedOn)
      draft.refuse('reviewOn', 'poorEntry.problem.review')
    if (watchUntil !== null && leftOn !== null && watchUntil <= leftOn)
      draft.refuse('watchUntil', 'poorEntry.problem.watch')
  },
  async check(drafts, { read }) {
    const made = drafts.filter(({ action }) => action === 'create')
    const people = [...new Set(made.map(({ values }) => values.person))]
    if (people.length === 0) return
    const known = Map.groupBy(await read.many(poorEntry, { person: people }), ({ person }) => person)
    const taken = new Set<string>()
    for (const { values, refuse } of made) {
      const entries = known.get(values.person) ?? []
      const isOn = entries.some(({ state }) => state === 'reported' || state === 'listed')
      if (isOn || taken.has(values.person)) refuse('person', 'poorEntry.problem.second')
      taken.add(values.person)
      const left = entries.some(({ leftOn }) => leftOn !== null && leftOn <= values.foundOn)
      if (values.entry === 'fall-back' && !left) refuse('entry', 'poorEntry.problem.notBefore')
      if (values.entry === 'first' && left) refuse('entry', 'poorEntry.problem.before')
    }
  },
}

/** Whoever is taken off for his income has one that is known. */
const incomeIsKnown: Guard<typeof poorEntry> = (_, { leaveReason, leaveIncome }) =>
  leaveReason !== 'income' || leaveIncome !== null ? true : {}

export const poorGuards = { 'poorEntry.incomeIsKnown': incomeIsKnown } as const
