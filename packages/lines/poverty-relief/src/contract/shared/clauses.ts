import {
  type Code,
  clause,
  is,
  isSet,
  named,
  oneOf,
  type ParameterDef,
  type Predicate,
  parameter,
  type Rule,
  value,
} from '@opendpf/eligibility'
import { texts } from '@opendpf/messages'

/** What the national text leaves to the regions. */
export const undecided = { title: '国家未作规定，由地方决定', number: null, date: null }
/** The ground of what a county decides by itself. */
export const localBasis = '地方规定'

/** Means of a household that a region may cover. */
export const economies: readonly Code[] = [
  { code: 'extremely-poor', zh: '特困供养', en: 'Extremely poor support' },
  { code: 'allowance', zh: '最低生活保障', en: 'Low allowance' },
  { code: 'allowance-margin', zh: '低保边缘', en: 'Margin of the low allowance' },
  { code: 'rigid-expenditure', zh: '刚性支出困难', en: 'Rigid expenditure' },
  { code: 'poor-monitored', zh: '防返贫监测', en: 'Monitored for poverty' },
]

/** The person lives. */
export const isAlive = (basis: string): Rule =>
  clause(is('persons.isAlive', value(true)), {
    title: texts('申请人健在', 'The person is alive'),
    basis,
    failed: texts('已去世', 'The person has died'),
  })

/** No benefit without a certificate that is good. */
export const hasValidCertificate = (basis: string): Rule =>
  clause(is('certificates.state', value('valid')), {
    title: texts('残疾人证有效', 'The certificate is valid'),
    basis: `${basis}；中华人民共和国残疾人证管理办法`,
    failed: texts(
      '没有有效的残疾人证：未办、过期、冻结或迁移中；换领或补领后可以申请',
      'There is no valid certificate: none, expired, frozen or being transferred; apply once there is one',
    ),
  })

/** The region has such a thing at all: a flag that nobody has until it decides so. */
export const isEstablished = (flag: string): Rule =>
  clause(isSet(flag), {
    title: texts('本地已设立', 'The region has it'),
    basis: localBasis,
    failed: texts('本地未设立此项待遇', 'The region does not have it'),
  })

/** The means of the household are among those that the region covers. */
export const hasMeans = (name: string, basis: string): Rule =>
  clause(oneOf('persons.economy', parameter(name)), {
    title: texts('家庭经济状况符合条件', 'The household’s means are covered'),
    basis,
    failed: texts('家庭经济状况不在本地规定的范围内', 'The region does not cover the means of the household'),
  })

/** Severe as statistics mean it, component by component. */
export const isSevere = (basis: string): Rule =>
  clause(named('certificates.severeGeneral'), {
    title: texts('重度残疾', 'Severely disabled'),
    basis,
    failed: texts('残疾等级不在一、二级', 'No component is of grade 1 or 2'),
    unknown: texts('请登记多重残疾的各单项类别与等级', 'Record the components of the multiple disability'),
  })

/** A flag of the region that says whether it has something. */
export const establishing = (zh: string, en: string): ParameterDef => ({
  title: texts(`本地已设立${zh}`, `The region has: ${en}`),
  kind: 'flag',
  basis: localBasis,
  national: [{ since: '2016-01-01', value: false, document: undecided }],
})

/** The standard of something, which a region decides: nobody has one until then. */
export const standard = (zh: string, en: string, by: 'month' | 'year', basis: string = localBasis): ParameterDef => ({
  title: texts(zh, en),
  kind: 'money',
  unit: by === 'month' ? texts('元/月', 'yuan a month') : texts('元/年', 'yuan a year'),
  basis,
})

/** The means that a region covers; the low allowance until it decides otherwise. */
export const covering = (zh: string, en: string): ParameterDef => ({
  title: texts(zh, en),
  kind: 'codes',
  codes: economies,
  basis: localBasis,
  national: [{ since: '2016-01-01', value: ['allowance'], document: undecided }],
})

/** A reason to stop, as a predicate that is asked of everybody who receives. */
export const stop = (zh: string, en: string, basis: string, rule: Rule): Predicate => ({
  title: texts(zh, en),
  rule: clause(rule, { title: texts(zh, en), basis, failed: texts(`未发现：${zh}`, `Not found: ${en}`) }),
})
