import { type Guard, keepDaysInOrder, type RecordHooks } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { formatYuan, isMinor } from '@opendpf/standards'
import { rehab } from '../../contract/index.js'
import { meetNeeds, refuseUnneeded } from '../shared/answer-needs.js'
import { keepPeriod } from '../shared/period.js'
import { shareCost } from '../shared/share-cost.js'

const { relief, aid, policy, agreement } = rehab.records

/** Aid is for children, answers a need of theirs, and meets it when it is settled. */
export const reliefHooks: RecordHooks<typeof relief> = {
  prepare(draft, { today }) {
    draft.values.sessions ??= 0
    keepDaysInOrder(draft, ['appliedOn', 'decidedOn', 'settledOn'], { record: 'relief', today })
    const { contractFrom, contractUntil } = draft.values
    if (contractFrom !== null && contractUntil !== null && contractUntil < contractFrom)
      draft.refuse('contractUntil', 'relief.problem.order')
  },
  async check(drafts, context) {
    await refuseUnneeded(drafts, ({ values }) => ({ person: values.person, on: values.appliedOn }), 'relief', context)
    const made = drafts.filter(({ action }) => action === 'create')
    const ids = [...new Set(made.map(({ values }) => values.person))]
    if (ids.length === 0) return
    const people = await context.read.many(persons.records.person, { id: ids }, { limit: ids.length })
    const births = new Map(people.map(({ id, birthDate }) => [id, birthDate]))
    for (const { values, refuse } of made) {
      const birth = births.get(values.person)
      if (birth && !isMinor(birth, values.appliedOn)) refuse('person', 'relief.problem.grown')
    }
  },
  after: (changes, context) =>
    meetNeeds(
      changes.flatMap(({ before, row }) =>
        row?.settledOn && row.state === 'settled' && before?.state === 'training'
          ? [{ need: row.need, on: row.settledOn }]
          : [],
      ),
      context,
    ),
}

/** Days and shares of aid with costs. */
export const aidHooks: RecordHooks<typeof aid> = {
  prepare(draft, { today }) {
    keepDaysInOrder(draft, ['askedOn', 'visitedOn', 'grantedOn'], { record: 'aid', today })
    shareCost(draft, 'aid')
  },
}

export const policyHooks: RecordHooks<typeof policy> = {
  prepare(draft) {
    keepPeriod(draft, ['since', 'until'], 'policy')
  },
}

/** A child is entrusted to an institution that has an agreement for all of the time. */
const isDesignated: Guard<typeof relief> = async ({ read }, { institution, contractFrom, contractUntil }) => {
  const held = await read.many(agreement, { institution, state: 'in-force' })
  return held.some(({ since, until }) => since <= (contractFrom ?? '') && until >= (contractUntil ?? since)) ? true : {}
}

const withinGrant: Guard<typeof relief> = (_, { settled, granted }) =>
  (settled ?? 0) <= (granted ?? 0) ? true : { granted: formatYuan(granted ?? 0) }

/** What must hold before steps of aid. */
export const reliefGuards = { 'relief.isDesignated': isDesignated, 'relief.withinGrant': withinGrant } as const
