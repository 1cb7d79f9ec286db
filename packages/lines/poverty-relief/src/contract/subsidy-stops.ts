import {
  all,
  any,
  clause,
  is,
  isSet,
  named,
  not,
  oneOf,
  type Predicate,
  parameter,
  type Rule,
  some,
  value,
} from '@opendpf/eligibility'
import { texts } from '@opendpf/messages'

const decree = '国发〔2015〕52号'

const draws = (...kind: readonly string[]): Rule => some('eligibility.benefits', value([{ kind }]))

/** R3: what is paid to orphans and to children whom nobody supports. */
export const drawsAsOrphan = draws('orphan-living', 'unsupported-child-living')
/** R5: the care fee of work injury insurance. */
export const drawsCareFee = draws('work-injury-care-fee')
/** R9 and R10: whatever else the region excludes. */
export const drawsLocallyExcluded = some('eligibility.benefits', parameter('localExclusions'))
/** A list of people in prison has him, somebody has found it to be so, and the region pays nothing meanwhile. */
export const isImprisoned = all(isSet('excludesImprisoned'), some('matching.lists', value([{ kind: ['prison'] }])))

const stop = (zh: string, en: string, rule: Rule): Predicate => ({
  title: texts(zh, en),
  rule: clause(rule, {
    title: texts(zh, en),
    basis: decree,
    failed: texts(`未发现：${zh}`, `Not found: ${en}`),
  }),
})

const certificateIs = (state: string): Rule => is('certificates.state', value(state))

/** What ends one of the two subsidies, each asked of everybody who receives it, every month. */
export const subsidyStops = {
  hasDied: stop('已去世', 'Has died', is('persons.isAlive', value(false))),
  hasNoCertificate: stop('残疾人证已注销', 'The certificate is cancelled', certificateIs('none')),
  isFrozen: stop('残疾人证已冻结', 'The certificate is frozen', certificateIs('frozen')),
  isExpired: stop('残疾人证已过期', 'The certificate has expired', certificateIs('expired')),
  isInPrison: stop('正在服刑', 'In prison', isImprisoned),
  isExtremelyPoor: stop('已纳入特困供养', 'In extremely poor support', is('persons.economy', value('extremely-poor'))),
  leftMeans: stop(
    '已退出低保或本地扩展的范围',
    'Left the means that are covered',
    not(oneOf('persons.economy', parameter('livingEconomies'))),
  ),
  drawsExcludedLiving: stop(
    '正在享受不可兼得的生活类待遇',
    'Draws a living allowance that excludes it',
    any(some('eligibility.benefits', parameter('livingExcludedBy')), drawsAsOrphan, drawsCareFee, drawsLocallyExcluded),
  ),
  drawsExcludedNursing: stop(
    '正在享受不可兼得的护理类待遇',
    'Draws a nursing allowance that excludes it',
    any(some('eligibility.benefits', parameter('nursingExcludedBy')), drawsCareFee, drawsLocallyExcluded),
  ),
  isNotSevere: stop('残疾等级不再符合', 'The grade is no longer covered', not(named('certificates.severeNursing'))),
} as const satisfies Readonly<Record<string, Predicate>>
