import { keepDaysInOrder, type RecordHooks } from '@opendpf/kit/server'
import { povertyRelief } from '../../contract/index.js'

const { support, loan } = povertyRelief.records

/** Followers go by somebody who shows how. */
export const supportHooks: RecordHooks<typeof support> = {
  prepare(draft, { today }) {
    keepDaysInOrder(draft, ['issuedOn', 'checkedOn'], { record: 'support', today })
    const { role, demonstrator, form, what } = draft.values
    if (demonstrator !== null && role !== 'follower') draft.refuse('demonstrator', 'support.problem.notFollower')
    if (what === null && form !== 'money' && form !== 'technique') draft.refuse('what', 'support.problem.what')
  },
  async check(drafts, { read }) {
    const ids = [...new Set(drafts.flatMap(({ values }) => values.demonstrator ?? []))]
    if (ids.length === 0) return
    const shown = await read.many(support, { id: ids }, { limit: ids.length })
    const roles = new Map(shown.map(({ id, role }) => [id, role]))
    for (const { values, refuse } of drafts)
      if (values.demonstrator !== null && roles.get(values.demonstrator) !== 'demonstrator')
        refuse('demonstrator', 'support.problem.notDemonstrator')
  },
}

export const loanHooks: RecordHooks<typeof loan> = {
  prepare(draft, { today }) {
    keepDaysInOrder(draft, ['askedOn', 'lentOn', 'repaidOn'], { record: 'loan', today })
    const { lentOn, dueOn } = draft.values
    if (lentOn !== null && dueOn !== null && dueOn <= lentOn) draft.refuse('dueOn', 'loan.problem.due')
  },
}
