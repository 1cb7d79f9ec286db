import type { RecordHooks } from '@opendpf/kit/server'
import { addDays } from '@opendpf/standards'
import { povertyRelief } from '../../contract/index.js'
import { longestRound } from '../../contract/visits/visit-list.js'

const { visit, visitList } = povertyRelief.records

/** A visit is worth what was brought, in money and in goods. */
export const visitHooks: RecordHooks<typeof visit> = {
  prepare({ values, refuse }, { today }) {
    values.value = (values.cash ?? 0) + (values.goodsValue ?? 0)
    if (values.visitedOn > today) refuse('visitedOn', 'visit.problem.future')
    if (values.goodsValue !== null && values.goods === null) refuse('goods', 'visit.problem.goods')
  },
}

/** A list tells of one round. */
export const visitListHooks: RecordHooks<typeof visitList> = {
  prepare({ values: { since, until }, refuse }) {
    if (until < since) refuse('until', 'visitList.problem.order')
    else if (until >= addDays(since, longestRound)) refuse('until', 'visitList.problem.long', { days: longestRound })
  },
}
