import { componentAttributes } from '@opendpf/certificates'
import {
  all,
  any,
  atMost,
  clause,
  eligibility,
  is,
  isSet,
  not,
  oneOf,
  type ParameterDef,
  parameter,
  type Scheme,
  some,
  value,
} from '@opendpf/eligibility'
import { type Texts, texts } from '@opendpf/messages'
import { type ChildAid, childDiagnoses } from './aids.js'

/** 国务院关于建立残疾儿童康复救助制度的意见 */
export const childAidDecree = '国发〔2018〕20号'
const decree = childAidDecree
const document = { title: '国务院关于建立残疾儿童康复救助制度的意见', number: decree, date: '2018-06-21' }
const since = '2018-10-01'

const diagnosisWords: Readonly<Record<(typeof childDiagnoses)[number], Texts>> = {
  'cerebral-palsy': texts('脑瘫', 'Cerebral palsy'),
  autism: texts('孤独症', 'Autism'),
  other: texts('其他', 'Other'),
}
const diagnosisAttributes = {
  category: componentAttributes.category,
  finding: {
    title: texts('诊断', 'Diagnosis'),
    codes: childDiagnoses.map((code) => ({ code, zh: diagnosisWords[code]['zh-CN'], en: diagnosisWords[code].en })),
  },
}
const aidAttributes = {
  aid: {
    title: texts('救助内容', 'What is aided'),
    codes: [
      { code: 'training', zh: '康复训练', en: 'Training' },
      { code: 'surgery', zh: '手术', en: 'Surgery' },
      { code: 'device', zh: '辅助器具适配', en: 'Device' },
    ],
  },
}

const isAlive = clause(is('persons.isAlive', value(true)), {
  title: texts('儿童健在', 'The child is alive'),
  basis: decree,
  failed: texts('已去世', 'The child has died'),
})

const isYoung = clause(atMost('persons.age', parameter('childAidAgeTo')), {
  code: 'C1',
  title: texts('在救助年龄内', 'Of the age that is aided'),
  basis: decree,
  failed: texts(
    '已超过本地救助年龄；本地扩大年龄范围后可以申请',
    'Past the age that the region aids; apply if the region widens it',
  ),
})

const isDisabled = clause(
  any(
    all(is('certificates.state', value('valid')), some('certificates.components', parameter('childAidComponents'))),
    some('diagnoses', parameter('childAidDiagnoses')),
  ),
  {
    code: 'C2',
    title: texts(
      '视力、听力、言语、肢体、智力等残疾或孤独症，有残疾人证或者医疗机构的诊断',
      'Visual, hearing, speech, physical or intellectual disability, or autism, by a certificate or a diagnosis',
    ),
    basis: decree,
    failed: texts(
      '残疾人证和诊断证明上的残疾都不在救助范围内',
      'Neither the certificate nor a diagnosis tells a disability that is aided',
    ),
    unknown: texts(
      '没有救助范围内的有效残疾人证：请提供医疗机构的诊断证明并登记',
      'No valid certificate tells it: bring the diagnosis of a hospital, and record it',
    ),
  },
)

const hasMeans = clause(
  any(
    isSet('childAidForAll'),
    oneOf('persons.economy', parameter('childAidEconomies')),
    is('persons.isOrphan', value(true)),
  ),
  {
    code: 'C3',
    title: texts(
      '家庭经济状况符合条件，或者本地不限家庭经济状况',
      'Means that are covered, or a region that asks for none',
    ),
    basis: decree,
    failed: texts(
      '不是低保、特困、防返贫监测等经济困难家庭，也不是孤儿，本地也没有放宽家庭经济条件',
      'Neither a poor household nor an orphan, and the region asks for means',
    ),
  },
)

/** Cases of the year that were decided before applications went through programmes count as granted. */
const notAidedYet = (aid: ChildAid) =>
  clause(not(some('aidedBefore', value([{ aid: [aid] }]))), {
    code: 'C4',
    title: texts('本年度没有享受过同类救助', 'Not aided with the same this year'),
    basis: decree,
    failed: texts(
      '本年度已按原审批享受同类救助；下一年度可以重新申请',
      'Aided with the same this year by an earlier decision; apply next year',
    ),
  })

const ceiling = (zh: string, en: string): ParameterDef => ({
  title: texts(zh, en),
  kind: 'money',
  unit: texts('元/人·年', 'yuan a child and year'),
  basis: '地方规定',
})

const scheme = (aid: ChildAid, amount: string, title: Texts): Scheme => ({
  title,
  basis: decree,
  amount,
  rule: all(isAlive, isYoung, isDisabled, hasMeans, notAidedYet(aid)),
  notes: [
    {
      code: 'C5',
      text: texts(
        '监护人向户籍所在地或者居住证发放地的县级残联申请，也可以委托他人代办',
        'The guardian applies where the child is registered, or where its residence permit was issued; others may do so for him',
      ),
      basis: decree,
    },
    {
      code: 'C6',
      text: texts(
        '在定点机构接受服务，费用在救助标准内由财政与机构结算，家庭不垫付；经县级残联同意可以到异地定点机构',
        'A designated institution serves; Finance pays it within what is granted, and the family nothing. Elsewhere only if the federation agrees',
      ),
      basis: decree,
    },
  ],
})

/** Who is aided with rehabilitation as a child (残疾儿童康复救助), and within which sums. */
export const childAidRules = eligibility({
  facts: {
    diagnoses: {
      title: texts('医疗机构的诊断', 'Diagnoses of hospitals'),
      kind: 'items',
      attributes: diagnosisAttributes,
      group: 'diagnoses',
      source: texts('诊断证明登记', 'Recorded diagnoses'),
      ask: texts('请提供医疗机构的诊断证明并登记', 'Bring the diagnosis of a hospital, and record it'),
      privacy: 'S3',
    },
    aidedBefore: {
      title: texts('本年度按原审批享受的救助', 'Aids of the year by earlier decisions'),
      kind: 'items',
      attributes: aidAttributes,
      group: 'aids',
      source: texts('残疾儿童康复救助记录', 'Cases of aid to children'),
      ask: texts('请核实本年度是否已享受救助', 'Find out whether the child was aided this year'),
      whenNone: [],
      privacy: 'S2',
    },
  },
  parameters: {
    childAidAgeTo: {
      title: texts('儿童康复救助的最大年龄', 'Greatest age of children who are aided'),
      kind: 'whole',
      unit: texts('周岁', 'years'),
      max: 17,
      basis: decree,
      national: [{ since, value: 6, document }],
    },
    childAidComponents: {
      title: texts('残疾人证上可以救助的残疾', 'Disabilities on a certificate that are aided'),
      kind: 'patterns',
      attributes: componentAttributes,
      basis: decree,
      // a mental disability is aided as autism, which no certificate tells
      national: [{ since, value: [{ category: ['1', '2', '3', '4', '5'] }], document }],
    },
    childAidDiagnoses: {
      title: texts('诊断证明上可以救助的残疾', 'Disabilities by diagnosis that are aided'),
      kind: 'patterns',
      attributes: diagnosisAttributes,
      basis: decree,
      national: [{ since, value: [{ category: ['1', '2', '3', '4', '5'] }, { finding: ['autism'] }], document }],
    },
    childAidForAll: {
      title: texts('儿童康复救助不限家庭经济状况', 'Children are aided whatever the means'),
      kind: 'flag',
      basis: decree,
      national: [{ since, value: false, document }],
    },
    childAidEconomies: {
      title: texts('儿童康复救助覆盖的家庭经济状况', 'Means of households whose children are aided'),
      kind: 'codes',
      codes: [
        { code: 'extremely-poor', zh: '特困供养', en: 'Extremely poor support' },
        { code: 'allowance', zh: '最低生活保障', en: 'Low allowance' },
        { code: 'allowance-margin', zh: '低保边缘', en: 'Margin of the low allowance' },
        { code: 'rigid-expenditure', zh: '刚性支出困难', en: 'Rigid expenditure' },
        { code: 'poor-monitored', zh: '防返贫监测', en: 'Monitored for poverty' },
      ],
      basis: decree,
      national: [{ since, value: ['extremely-poor', 'allowance', 'poor-monitored'], document }],
    },
    childTrainingCeiling: ceiling('儿童康复训练年度最高救助标准', 'Most for the training of a child'),
    childSurgeryCeiling: ceiling('儿童手术年度最高救助标准', 'Most for the surgery of a child'),
    childDeviceCeiling: ceiling('儿童辅助器具年度最高救助标准', 'Most for devices of a child'),
  },
  schemes: {
    childTraining: scheme(
      'training',
      'childTrainingCeiling',
      texts('残疾儿童康复训练救助', 'Training of disabled children'),
    ),
    childSurgery: scheme('surgery', 'childSurgeryCeiling', texts('残疾儿童手术救助', 'Surgery of disabled children')),
    childDevice: scheme('device', 'childDeviceCeiling', texts('残疾儿童辅助器具救助', 'Devices for disabled children')),
  },
})
