import {
  all,
  atLeast,
  atMost,
  clause,
  type NationalValue,
  type ParameterDef,
  type Predicate,
  parameter,
  some,
} from '@opendpf/eligibility'
import { texts } from '@opendpf/messages'
import { disabilityCategories, disabilityGrades } from '@opendpf/standards'
import { bodyParts } from '../components.js'

/** What each component of a disability has: 多重残疾 is asked component by component, never by its head alone. */
export const componentAttributes = {
  category: {
    title: texts('残疾类别', 'Category'),
    codes: disabilityCategories.entries.filter(({ code }) => code !== '7'),
  },
  grade: { title: texts('残疾等级', 'Grade'), codes: disabilityGrades.entries },
  part: { title: texts('残疾部位', 'Part of the body'), codes: bodyParts.entries },
}

const since = (day: string, value: NationalValue['value'], title: string, number: string): readonly NationalValue[] => [
  { since: day, value, document: { title, number, date: null } },
]

const components = (zh: string, en: string, basis: string, national: readonly NationalValue[]): ParameterDef => ({
  title: texts(zh, en),
  kind: 'patterns',
  attributes: componentAttributes,
  basis,
  national,
})

const severe = [{ grade: ['1', '2'] }]
const care = '残联〔2012〕10号'

/** Which components each rule set calls severe. Provinces widen some of them: they set a value of their own. */
export const severityParameters = {
  severeGeneral: components(
    '重度残疾（统计、无障碍改造）',
    'Severe: statistics, home retrofits',
    'GB/T 26341-2010',
    since('2011-05-01', severe, '残疾人残疾分类和分级', 'GB/T 26341-2010'),
  ),
  severeNursing: components(
    '重度残疾（护理补贴）',
    'Severe: nursing subsidy',
    '国发〔2015〕52号',
    since(
      '2016-01-01',
      severe,
      '国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见',
      '国发〔2015〕52号',
    ),
  ),
  severeCare: components(
    '托养对象的残疾类别与等级',
    'Severe: care',
    care,
    since(
      '2012-01-01',
      [{ category: ['5', '6'] }, { category: ['4'], grade: ['1', '2'] }],
      '阳光家园计划实施方案',
      care,
    ),
  ),
  severeLevy: components(
    '重度残疾（残保金双倍计算）',
    'Severe: counted twice for the levy',
    '财税〔2015〕72号',
    since('2015-10-01', severe, '残疾人就业保障金征收使用管理办法', '财税〔2015〕72号'),
  ),
  careAgeFrom: {
    title: texts('托养最低年龄', 'Least age for care'),
    kind: 'whole',
    max: 120,
    basis: care,
    national: since('2012-01-01', 16, '阳光家园计划实施方案', care),
  },
  careAgeTo: {
    title: texts('托养最高年龄', 'Greatest age for care'),
    kind: 'whole',
    max: 120,
    basis: care,
    national: since('2012-01-01', 59, '阳光家园计划实施方案', care),
  },
} as const satisfies Readonly<Record<string, ParameterDef>>

const severeAs = (zh: string, en: string, name: keyof typeof severityParameters): Predicate => ({
  title: texts(zh, en),
  rule: clause(some('components', parameter(name)), {
    title: texts(zh, en),
    basis: severityParameters[name].basis,
    failed: texts(
      '残疾类别或等级不在范围内（多重残疾按各单项计）',
      'No component is of a category and grade that count',
    ),
    unknown: texts('多重残疾的各单项类别与等级未登记', 'The components of the multiple disability are not recorded'),
  }),
})

/** What "severe" (重度) means to whom: never a bare grade, always by region and day. */
export const severity = {
  severeGeneral: severeAs('重度残疾', 'Severely disabled', 'severeGeneral'),
  severeNursing: severeAs('护理补贴范围内的残疾', 'Disability that the nursing subsidy covers', 'severeNursing'),
  severeLevy: severeAs('按比例就业双倍计算', 'Counted twice for the levy', 'severeLevy'),
  severeCare: {
    title: texts('托养对象', 'May be taken into care'),
    rule: all(
      severeAs('智力、精神或重度肢体残疾', 'Intellectual, mental or severe physical disability', 'severeCare').rule,
      clause(all(atLeast('persons.age', parameter('careAgeFrom')), atMost('persons.age', parameter('careAgeTo'))), {
        title: texts('在托养年龄内', 'Of the age for care'),
        basis: care,
        failed: texts('不在托养年龄内', 'Not of the age for care'),
      }),
    ),
  },
} as const satisfies Readonly<Record<string, Predicate>>
