import type { RecordHooks } from '@opendpf/kit/server'
import { povertyRelief } from '../../contract/index.js'

const { visit } = povertyRelief.records

/** A visit is worth what was brought, in money and in goods. */
export const visitHooks: RecordHooks<typeof visit> = {
  prepare({ values, refuse }, { today }) {
    values.value = (values.cash ?? 0) + (values.goodsValue ?? 0)
    if (values.visitedOn > today) refuse('visitedOn', 'visit.problem.future')
    if (values.goodsValue !== null && values.goods === null) refuse('goods', 'visit.problem.goods')
  },
}
