import { all, clause, eligibility, eligibilityId, is, oneOf, parameter, some, value } from '@opendpf/eligibility'
import { defineModule } from '@opendpf/kit'
import { implementModule } from '@opendpf/kit/server'
import { texts } from '@opendpf/messages'
import {
  askNumber,
  askWhether,
  askWhich,
  askWords,
  defineProgramme,
  programmeNotices,
  programmesId,
} from '../contract/index.js'

const basis = '演示办法'
const says = (zh: string, en: string) => ({
  title: texts(zh, en),
  basis,
  failed: texts(`不符合：${zh}`, `Not so: ${en}`),
})
const isAlive = clause(is('persons.isAlive', value(true)), says('健在', 'Alive'))
const isPoor = clause(oneOf('persons.economy', parameter('means')), {
  ...says('家庭经济状况在范围内', 'Means covered'),
  code: 'M1',
})

const common = {
  line: 'grants',
  basis,
  beneficiary: 'person',
  stops: [
    { reason: 'death', when: 'died' },
    { reason: 'left-allowance', when: 'leftAllowance' },
  ],
  stopsFrom: 'following-month',
  start: 'application-month',
} as const

/**
 * Programmes for tests: one with every stage, one with none, one that another department decides, one that an
 * institution is paid for, and one for vehicles.
 */
const declared = {
  allowance: defineProgramme({
    ...common,
    title: texts('生活补助（演示）', 'Living allowance (demo)'),
    scheme: 'allowance',
    amount: { by: 'scheme' },
    evidence: {
      idCard: { title: texts('身份证', 'Identity card'), isRequired: true },
      account: { title: texts('银行卡', 'Bank card'), isRequired: false },
    },
    steps: {
      survey: {
        questions: {
          rooms: askNumber(texts('住房间数', 'Rooms'), { max: 50 }),
          livesAlone: askWhether(texts('是否独居', 'Lives alone')),
          water: askWhich(texts('用水', 'Water'), { tap: texts('自来水', 'Tap'), well: texts('井水', 'Well') }),
          remark: askWords(texts('其他情况', 'Anything else')),
        },
        mayBeLater: true,
      },
      village: true,
      town: true,
    },
    notice: { workingDays: 5, leavesOutMinors: true },
    cycle: 'monthly',
    recheckMonths: 12,
  }),
  relief: defineProgramme({
    ...common,
    title: texts('临时救助（演示）', 'Relief (demo)'),
    scheme: 'relief',
    amount: { by: 'decision', most: 200_000 },
    evidence: {},
    steps: {},
    cycle: 'once',
  }),
  pension: defineProgramme({
    ...common,
    title: texts('代缴保费（演示）', 'Premium (demo)'),
    scheme: 'allowance',
    amount: { by: 'scheme' },
    evidence: {},
    steps: { town: true, department: { of: 'civil-affairs', decides: true } },
    cycle: 'monthly',
  }),
  training: defineProgramme({
    ...common,
    title: texts('康复训练（演示）', 'Training (demo)'),
    scheme: 'training',
    amount: { by: 'decision', most: 'scheme' },
    payment: 'institution',
    applicants: ['guardian', 'village'],
    evidence: {},
    steps: {},
    cycle: 'once',
    start: 'decision-month',
    limits: { recognition: { statutory: { workingDays: 15 }, promised: { workingDays: 10 } } },
    stops: [],
  }),
  fuel: defineProgramme({
    ...common,
    title: texts('机动轮椅车燃油补贴（演示）', 'Fuel subsidy (demo)'),
    beneficiary: 'vehicle',
    stops: [...common.stops, { reason: 'excluded-allowance', when: 'drawsCareFee' }],
    window: { from: '03-01', until: '09-30' },
    scheme: 'fuel',
    amount: { by: 'scheme' },
    evidence: { invoice: { title: texts('购车凭证', 'Proof of purchase'), isRequired: true } },
    steps: {},
    cycle: 'yearly',
  }),
} as const

const means = [
  { code: 'allowance', zh: '最低生活保障', en: 'Low allowance' },
  { code: 'extremely-poor', zh: '特困供养', en: 'Extremely poor support' },
] as const

const document = { title: '演示办法', number: null, date: null }
const words = { title: '演示业务' } as const

/** A service line for tests. */
export const grants = defineModule({
  id: 'grants',
  records: {},
  declares: {
    [eligibilityId]: eligibility({
      parameters: {
        standard: {
          title: texts('月标准', 'Per month'),
          kind: 'money',
          by: 'persons.economy',
          codes: means,
          basis,
          national: [
            { since: '2024-01-01', value: 8_000, document },
            { since: '2026-05-01', value: 10_000, document },
          ],
        },
        trainingCeiling: { title: texts('训练最高标准', 'Most for training'), kind: 'money', basis },
        yearly: {
          title: texts('年标准', 'Per year'),
          kind: 'money',
          basis,
          national: [{ since: '2024-01-01', value: 26_000, document }],
        },
        means: {
          title: texts('覆盖范围', 'Means'),
          kind: 'codes',
          codes: means,
          basis,
          national: [{ since: '2024-01-01', value: ['allowance'], document }],
        },
      },
      predicates: {
        died: {
          title: texts('已去世', 'Has died'),
          rule: clause(is('persons.isAlive', value(false)), says('已去世', 'Has died')),
        },
        drawsCareFee: {
          title: texts('领取护理费', 'Draws the care fee'),
          rule: clause(
            some('eligibility.benefits', value([{ kind: ['work-injury-care-fee'] }])),
            says('领取护理费', 'Draws the care fee'),
          ),
        },
        leftAllowance: {
          title: texts('已退出低保', 'Left the low allowance'),
          rule: clause(is('persons.economy', value('ordinary')), says('已退出低保', 'Left the low allowance')),
        },
      },
      schemes: {
        allowance: {
          title: texts('生活补助', 'Living allowance'),
          basis,
          amount: 'standard',
          rule: all(isAlive, isPoor),
        },
        relief: { title: texts('临时救助', 'Relief'), basis, rule: all(isAlive) },
        training: { title: texts('训练', 'Training'), basis, amount: 'trainingCeiling', rule: all(isAlive) },
        fuel: { title: texts('燃油补贴', 'Fuel subsidy'), basis, amount: 'yearly', rule: all(isAlive) },
      },
    }),
    [programmesId]: declared,
    notices: programmeNotices(declared),
  },
  messages: { 'zh-CN': words, en: words },
})

export const grantsServer = implementModule(grants, { migrations: {} })
