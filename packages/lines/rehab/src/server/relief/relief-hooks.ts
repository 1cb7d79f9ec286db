import { type Guard, keepDaysInOrder, type RecordHooks } from '@opendpf/kit/server'
import { formatYuan } from '@opendpf/standards'
import { rehab } from '../../contract/index.js'
import { giveBack, settleCase } from '../child-aid/end-case.js'
import { meetNeeds, refuseUnneeded } from '../shared/answer-needs.js'
import { keepPeriod } from '../shared/period.js'
import { shareCost } from '../shared/share-cost.js'
import { findNeeds, refuseGrown, refuseUndecided } from './check-cases.js'

const { relief, aid, policy, agreement, diagnosis } = rehab.records

/** What was granted stays as it was granted. */
const keptOnceGranted = ['aid', 'appliedOn', 'decidedOn', 'granted', 'budgetLine'] as const

/** Aid is for children, answers a need of theirs, and meets it when it is settled. */
export const reliefHooks: RecordHooks<typeof relief> = {
  prepare(draft, { today }) {
    const { values, before, verb, refuse } = draft
    values.sessions ??= 0
    keepDaysInOrder(draft, ['appliedOn', 'decidedOn', 'settledOn'], { record: 'relief', today })
    const { contractFrom, contractUntil } = values
    if (contractFrom !== null && contractUntil !== null && contractUntil < contractFrom)
      refuse('contractUntil', 'relief.problem.order')
    if (verb === 'approveAway') values.awayOn = today
    if (before && before.state !== 'applied')
      for (const field of keptOnceGranted) if (before[field] !== values[field]) refuse(field, 'relief.problem.kept')
    if (!before && values.enrolment === null) {
      const decided = ['decisionDocument', 'decidedOn', 'granted'] as const
      for (const field of decided) if (values[field] === null) refuse(field, 'relief.problem.undecided')
    }
  },
  async check(drafts, context) {
    await findNeeds(drafts, context)
    await refuseUnneeded(drafts, ({ values }) => ({ person: values.person, on: values.appliedOn }), 'relief', context)
    await refuseGrown(drafts, context)
    await refuseUndecided(drafts, context)
  },
  async after(changes, context) {
    for (const { before, row } of changes) {
      if (!row || before?.state === row.state) continue
      if (row.state === 'settled') await settleCase(row, context)
      if (row.state === 'withdrawn') await giveBack(row, context)
    }
    await meetNeeds(
      changes.flatMap(({ before, row }) =>
        row?.settledOn && row.state === 'settled' && before?.state === 'training'
          ? [{ need: row.need, on: row.settledOn }]
          : [],
      ),
      context,
    )
  },
}

/** Days and shares of aid with costs. */
export const aidHooks: RecordHooks<typeof aid> = {
  prepare(draft, { today }) {
    keepDaysInOrder(draft, ['askedOn', 'visitedOn', 'grantedOn'], { record: 'aid', today })
    shareCost(draft, 'aid')
  },
}

/** A diagnosis was made by today. */
export const diagnosisHooks: RecordHooks<typeof diagnosis> = {
  prepare(draft, { today }) {
    keepDaysInOrder(draft, ['diagnosedOn'], { record: 'diagnosis', today })
  },
}

export const policyHooks: RecordHooks<typeof policy> = {
  prepare(draft) {
    keepPeriod(draft, ['since', 'until'], 'policy')
  },
}

/** What an agreement with an institution has to be about; surgery is none of its kinds. */
const purposes = { training: ['child-training'], device: ['devices'], surgery: undefined } as const

/** A child is entrusted to an institution that has an agreement for it and for all of the time, or to one elsewhere that was agreed to. */
const isDesignated: Guard<typeof relief> = async ({ read }, row) => {
  const { aid, awayOn, institution, contractFrom, contractUntil } = row
  if (awayOn !== null) return true
  const purpose = purposes[aid]
  const held = await read.many(agreement, { institution, state: 'in-force', ...(purpose ? { purpose } : {}) })
  return held.some(({ since, until }) => since <= (contractFrom ?? '') && until >= (contractUntil ?? since)) ? true : {}
}

const withinGrant: Guard<typeof relief> = (_, { settled, granted }) =>
  (settled ?? 0) <= (granted ?? 0) ? true : { granted: formatYuan(granted ?? 0) }

/** What must hold before steps of aid. */
export const reliefGuards = { 'relief.isDesignated': isDesignated, 'relief.withinGrant': withinGrant } as const
