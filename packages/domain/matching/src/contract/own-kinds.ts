import { texts } from '@opendpf/messages'
import { listKinds } from './kind.js'

const entitlement = texts('核对补贴和服务资格', 'To check who is entitled to allowances and services')

/** The lists that every county gets. */
export const ownKinds = listKinds({
  allowance: {
    title: texts('最低生活保障对象名单', 'People on the minimum allowance'),
    rule: { says: 'status', status: 'allowance', source: 'civil-affairs' },
    purpose: entitlement,
  },
  allowanceMargin: {
    title: texts('低保边缘家庭成员名单', 'People at the margin of the allowance'),
    rule: { says: 'status', status: 'allowance-margin', source: 'civil-affairs' },
    purpose: entitlement,
  },
  extremelyPoor: {
    title: texts('特困人员名单', 'Extremely poor people'),
    rule: { says: 'status', status: 'extremely-poor', source: 'civil-affairs' },
    purpose: entitlement,
  },
  death: {
    title: texts('死亡人员名单', 'People who have died'),
    rule: { says: 'death' },
    purpose: texts('及时注销残疾人证、停发补贴', 'To cancel certificates and stop payments in time'),
  },
  prison: {
    title: texts('服刑人员名单', 'People in prison'),
    rule: { says: 'listed' },
    purpose: texts('核对补贴发放条件', 'To check conditions of payments'),
  },
  socialInsurance: {
    title: texts('社会保险参保人员名单', 'People in social insurance'),
    rule: { says: 'listed' },
    purpose: texts('核对参保补贴和就业情况', 'To check help with contributions, and employment'),
  },
})

/** The names of {@link ownKinds}, as figures tell them apart; lists of other modules are told together. */
export const ownKindNames = Object.keys(ownKinds) as readonly (keyof typeof ownKinds)[]
