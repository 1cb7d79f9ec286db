import { texts } from '@opendpf/messages'
import { listKinds } from './kind.js'

const entitlement = texts('核对补贴和服务资格', 'To check who is entitled to allowances and services')

const premiums = texts(
  '核对代缴保险费，避免重复参保',
  'To check premiums that are paid for people: nobody is insured twice',
)

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
  employeeMedical: {
    title: texts('职工基本医疗保险参保名单', 'People in the medical insurance of employees'),
    rule: { says: 'draws', benefit: 'employee-medical', source: 'medical-security' },
    purpose: premiums,
  },
  employeePension: {
    title: texts('职工基本养老保险参保名单', 'People in the pension insurance of employees'),
    rule: { says: 'draws', benefit: 'employee-pension', source: 'human-resources' },
    purpose: premiums,
  },
  workInjuryCare: {
    title: texts('工伤保险生活护理费领取名单', 'People who draw the care fee of work injury insurance'),
    rule: { says: 'draws', benefit: 'work-injury-care-fee', source: 'human-resources' },
    purpose: entitlement,
  },
  oldAgeLiving: {
    title: texts('老年人福利性生活补贴领取名单', 'People who draw the old-age living allowance'),
    rule: { says: 'draws', benefit: 'old-age-living', source: 'civil-affairs' },
    purpose: entitlement,
  },
  orphans: {
    title: texts('孤儿基本生活保障名单', 'Orphans who draw the living allowance'),
    rule: { says: 'draws', benefit: 'orphan-living', source: 'civil-affairs' },
    purpose: entitlement,
  },
})

/** {@link ownKinds} as codes of a fact and of figures. */
export const ownKindCodes = Object.entries(ownKinds).map(([code, { title }]) => ({
  code,
  zh: title['zh-CN'],
  en: title.en,
}))

/** The names of {@link ownKinds}, as figures tell them apart; lists of other modules are told together. */
export const ownKindNames = Object.keys(ownKinds) as readonly (keyof typeof ownKinds)[]
