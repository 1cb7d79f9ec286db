import { type Guard, keepDaysInOrder, type RecordHooks } from '@opendpf/kit/server'
import { povertyRelief } from '../../contract/index.js'

const { poorEntry } = povertyRelief.records

/** States of somebody who is on the list, or about to be. */
const isOnList: ReadonlySet<string> = new Set(['reported', 'listed', 'to-review'])

/** Nobody is on the list twice at a time; who comes back to it has left it before. */
export const poorEntryHooks: RecordHooks<typeof poorEntry> = {
  prepare(draft, { today }) {
    keepDaysInOrder(draft, ['foundOn', 'listedOn', 'reviewedOn', 'leftOn', 'closedOn'], { record: 'poorEntry', today })
    const { listedOn, reviewedOn, reviewOn, leftOn, watchUntil } = draft.values
    const looked = reviewedOn ?? listedOn
    if (reviewOn !== null && looked !== null && reviewOn <= looked) draft.refuse('reviewOn', 'poorEntry.problem.review')
    // a look that is over, or a watch that goes on, needs a day to come
    if (draft.verb === 'review' && reviewOn !== null && reviewOn <= today)
      draft.refuse('reviewOn', 'poorEntry.problem.past')
    if (draft.verb === 'watchLonger' && watchUntil !== null && watchUntil <= today)
      draft.refuse('watchUntil', 'poorEntry.problem.past')
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
      const isOn = entries.some(({ state }) => isOnList.has(state))
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
