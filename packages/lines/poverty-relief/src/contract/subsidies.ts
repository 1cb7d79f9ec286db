import {
  all,
  any,
  benefitKinds,
  clause,
  eligibility,
  is,
  isSet,
  named,
  not,
  oneOf,
  parameter,
  type Rule,
  some,
  value,
} from '@opendpf/eligibility'
import { texts } from '@opendpf/messages'
import { disabilityGrades } from '@opendpf/standards'
import { drawsAsOrphan, drawsCareFee, drawsLocallyExcluded, isImprisoned, subsidyStops } from './subsidy-stops.js'

const decree = '国发〔2015〕52号'
const decreeTitle = '国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见'
const document = { title: decreeTitle, number: decree, date: '2015-09-22' }
/** What the national text leaves to the regions. */
const undecided = { title: '国家未作规定，由地方决定', number: null, date: null }

const kinds = { kind: { title: texts('待遇类别', 'Kind'), codes: benefitKinds.entries } }

/** Many counties pay grade by grade: 一级 120 元、二级 100 元. */
const byGrade = { by: 'certificates.grade', codes: disabilityGrades.entries } as const

/** The two subsidies to disabled persons (残疾人两项补贴): what each region decides about them. */
const parameters = {
  livingStandard: {
    title: texts('困难残疾人生活补贴月标准', 'Living subsidy per month'),
    kind: 'money',
    ...byGrade,
    unit: texts('元/月', 'yuan a month'),
    basis: decree,
  },
  nursingStandard: {
    title: texts('重度残疾人护理补贴月标准', 'Nursing subsidy per month'),
    kind: 'money',
    ...byGrade,
    unit: texts('元/月', 'yuan a month'),
    basis: decree,
  },
  livingEconomies: {
    title: texts('生活补贴覆盖的家庭经济状况', 'Means that the living subsidy covers'),
    kind: 'codes',
    codes: [
      { code: 'allowance', zh: '最低生活保障', en: 'Low allowance' },
      { code: 'allowance-margin', zh: '低保边缘', en: 'Margin of the low allowance' },
      { code: 'rigid-expenditure', zh: '刚性支出困难', en: 'Rigid expenditure' },
      { code: 'poor-monitored', zh: '防返贫监测', en: 'Monitored for poverty' },
    ],
    basis: decree,
    national: [{ since: '2016-01-01', value: ['allowance'], document }],
  },
  asksForCare: {
    title: texts('护理补贴须需要长期照护', 'The nursing subsidy asks for a need of long-term care'),
    kind: 'flag',
    basis: decree,
    national: [{ since: '2016-01-01', value: true, document }],
  },
  livingExcludedBy: {
    title: texts('与生活补贴不可同时享受的待遇', 'Benefits that exclude the living subsidy'),
    kind: 'patterns',
    attributes: kinds,
    basis: decree,
    national: [
      {
        since: '2016-01-01',
        value: [{ kind: ['old-age-living', 'work-injury-living', 'retired-cadre-living'] }],
        document,
      },
    ],
  },
  nursingExcludedBy: {
    title: texts('与护理补贴不可同时享受的待遇', 'Benefits that exclude the nursing subsidy'),
    kind: 'patterns',
    attributes: kinds,
    basis: decree,
    national: [
      {
        since: '2016-01-01',
        value: [{ kind: ['old-age-nursing', 'work-injury-nursing', 'retired-cadre-nursing'] }],
        document,
      },
    ],
  },
  localExclusions: {
    title: texts('本地另行规定不可同时享受的待遇', 'Benefits that the region excludes besides'),
    kind: 'patterns',
    attributes: kinds,
    basis: '地方规定',
    national: [{ since: '2016-01-01', value: [], document: undecided }],
  },
  excludesImprisoned: {
    title: texts('服刑期间不享受两项补贴', 'Neither subsidy is drawn in prison'),
    kind: 'flag',
    basis: '地方规定',
    national: [{ since: '2016-01-01', value: true, document: undecided }],
  },
  asksStatement: {
    title: texts('财政供养人员须书面声明未享受工伤护理费', 'State-paid staff state that no care fee is drawn'),
    kind: 'flag',
    basis: '地方规定',
    national: [{ since: '2016-01-01', value: false, document: undecided }],
  },
} as const

/** What both ask for: alive, with a certificate that is good, and nothing that excludes both. */
const common: readonly Rule[] = [
  clause(is('persons.isAlive', value(true)), {
    title: texts('申请人健在', 'The person is alive'),
    basis: decree,
    failed: texts('已去世，自次月起停发', 'The person has died; payments end with the month'),
  }),
  clause(is('certificates.state', value('valid')), {
    title: texts('残疾人证有效', 'The certificate is valid'),
    basis: `${decree}；中华人民共和国残疾人证管理办法`,
    failed: texts(
      '没有有效的残疾人证：未办、过期、冻结或迁移中',
      'There is no valid certificate: none, expired, frozen or being transferred',
    ),
  }),
  clause(not(isImprisoned), {
    title: texts('不在服刑期间', 'Not in prison'),
    basis: '地方规定',
    failed: texts('经数据比对核定正在服刑，服刑期间不享受', 'Found to be in prison; neither is drawn meanwhile'),
  }),
]

const notExtremelyPoor = clause(not(is('persons.economy', value('extremely-poor'))), {
  code: 'R4',
  title: texts('未纳入特困人员供养', 'Not in extremely poor support'),
  basis: decree,
  failed: texts('已纳入特困人员供养，两项补贴均不享受', 'Extremely poor support excludes both subsidies'),
})

const noCareFee = clause(not(drawsCareFee), {
  code: 'R5',
  title: texts('未领取工伤保险生活护理费', 'No care fee of work injury insurance'),
  basis: decree,
  failed: texts('已领取工伤保险生活护理费，两项补贴均不享受', 'The care fee of work injury insurance excludes both'),
})

const noLocalExclusion = clause(not(drawsLocallyExcluded), {
  code: 'R9/R10',
  title: texts('未享受本地规定不可兼得的待遇', 'No benefit that the region excludes'),
  basis: '地方规定',
  failed: texts(
    '正在享受本地规定不可兼得的待遇（如残疾军人抚恤、长期护理保险）',
    'A benefit is drawn that the region excludes, such as a soldier’s pension or long-term care insurance',
  ),
})

/** What holds of both without deciding either: drawn together, no income, paid where the household is. */
const ofBoth = [
  { code: 'R1', text: texts('两项补贴可同时享受', 'Both subsidies may be drawn together'), basis: decree },
  {
    code: 'R6',
    text: texts('两项补贴不计入低保家庭收入', 'It does not count as income for the low allowance'),
    basis: decree,
  },
  {
    code: 'R7',
    text: texts('在外就读的，由原户籍地发放', 'Pupils away at school stay with the county of their household'),
    basis: decree,
  },
] as const

/** R2: of benefits of one kind the higher one, and one only. */
const chooseOne = (kind: string, en: string, name: 'livingExcludedBy' | 'nursingExcludedBy'): Rule =>
  clause(not(some('eligibility.benefits', parameter(name))), {
    code: 'R2',
    title: texts(`未享受其他福利性${kind}补贴`, `No other welfare allowance for ${en}`),
    basis: decree,
    failed: texts(
      `正在享受其他福利性${kind}补贴（津贴），按就高原则择一；改领本补贴须先停领`,
      `Another welfare allowance for ${en} is drawn: choose the higher one; to draw this one, end the other first`,
    ),
  })

/** Who may draw them. What somebody draws from others is a fact of its own, and each rule of overlap a clause with its code. */
export const subsidies = eligibility({
  parameters,
  predicates: subsidyStops,
  schemes: {
    living: {
      title: texts('困难残疾人生活补贴', 'Living subsidy'),
      basis: decree,
      amount: 'livingStandard',
      rule: all(
        ...common,
        clause(oneOf('persons.economy', parameter('livingEconomies')), {
          title: texts('家庭经济状况符合条件', 'The household’s means are covered'),
          basis: decree,
          failed: texts(
            '家庭不是低保家庭，也不在本地扩展的范围内',
            'The household has no low allowance, and the region covers no other means it has',
          ),
        }),
        chooseOne('生活', 'living', 'livingExcludedBy'),
        clause(not(drawsAsOrphan), {
          code: 'R3',
          title: texts(
            '未享受孤儿或事实无人抚养儿童基本生活保障',
            'No living allowance of orphans or unsupported children',
          ),
          basis: decree,
          failed: texts(
            '正在享受孤儿（事实无人抚养儿童）基本生活保障，不享受生活补贴；退出后可申请',
            'The living allowance of orphans excludes it; apply once that has ended',
          ),
        }),
        notExtremelyPoor,
        noCareFee,
        noLocalExclusion,
      ),
      notes: ofBoth,
    },
    nursing: {
      title: texts('重度残疾人护理补贴', 'Nursing subsidy'),
      basis: decree,
      amount: 'nursingStandard',
      rule: all(
        ...common,
        named('certificates.severeNursing'),
        clause(any(is('persons.needsCare', value(true)), not(isSet('asksForCare'))), {
          title: texts('需要长期照护', 'Needs long-term care'),
          basis: decree,
          failed: texts('经评估不需要长期照护', 'Assessed as not needing long-term care'),
        }),
        chooseOne('护理', 'nursing', 'nursingExcludedBy'),
        notExtremelyPoor,
        noCareFee,
        clause(
          any(
            not(some('eligibility.benefits', value([{ kind: ['state-salary'] }]))),
            some('eligibility.benefits', value([{ kind: ['state-salary'], statement: ['yes'] }])),
            not(isSet('asksStatement')),
          ),
          {
            code: 'R8',
            title: texts('财政供养人员已书面声明', 'State-paid staff have made their statement'),
            basis: '地方规定',
            failed: texts(
              '财政供养人员须书面声明未享受工伤保险生活护理费',
              'State-paid staff have to state in writing that no care fee is drawn',
            ),
            unknown: texts(
              '请提交未享受工伤保险生活护理费的书面声明',
              'Hand in the statement that no care fee is drawn',
            ),
          },
        ),
        noLocalExclusion,
      ),
      notes: ofBoth,
    },
  },
})
