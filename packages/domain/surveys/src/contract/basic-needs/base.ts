import { householdTypes, maritalStatuses } from '@opendpf/standards'
import type { Question } from '../form/index.js'
import { inGroup, option, says } from './words.js'

const base = inGroup('base')
const economy = inGroup('economy')

/** Who somebody is. Name and number of the certificate (R1, R2) come from the register and are not asked. */
export const baseQuestions: readonly Question[] = [
  base('R3', '户口性质', 'Kind of household register', {
    kind: 'one',
    choices: householdTypes.entries.map(({ code, zh, en }) => option(code, zh, en)),
  }),
  base('R4', '婚姻状况', 'Marital status', {
    kind: 'one',
    choices: maritalStatuses.entries
      .filter(({ code }) => !['21', '22', '23'].includes(code))
      .map(({ code, zh, en }) => option(code, zh, en)),
  }),
  base('phone', '联系电话', 'Telephone number', {
    kind: 'text',
    min: 7,
    max: 20,
    optional: true,
    effects: [{ contact: 'phone' }],
  }),
]

const states = ['1', '2', '3', '4', '5'] as const
const others = (code: string) => states.filter((one) => one !== code)

/** What a household lives on and in. */
export const economyQuestions: readonly Question[] = [
  economy('economicState', '家庭经济状况类别', 'Economic state of the household', {
    kind: 'one',
    choices: [
      option('1', '最低生活保障', 'On the subsistence allowance'),
      option('2', '特困供养', 'Extremely poor, provided for'),
      option('3', '低保边缘', 'At the margin of the allowance'),
      option('4', '防返贫监测对象', 'Watched against falling back into poverty'),
      option('5', '其他', 'Other'),
    ],
    effects: [
      ...says('allowance', ['1'], others('1')),
      ...says('extremely-poor', ['2'], others('2')),
      ...says('allowance-margin', ['3'], others('3')),
      ...says('poor-monitored', ['4'], others('4')),
    ],
  }),
  economy('incomePerHead', '上年家庭人均收入', 'Income of the household per head last year', {
    kind: 'number',
    min: 0,
    max: 1_000_000,
    unit: { 'zh-CN': '元', en: 'yuan' },
    optional: true,
    spread: { town: { distances: 3, fewest: 20 }, before: { by: 20_000 } },
  }),
  economy('housing', '住房状况', 'Housing', {
    kind: 'one',
    choices: [
      option('1', '有房，状况良好', 'Own, in good state'),
      option('2', '有房，危房', 'Own, dilapidated'),
      option('3', '租房', 'Rented'),
      option('4', '无房', 'None'),
    ],
  }),
  economy('housePhoto', '住房照片', 'Photos of the house', {
    kind: 'photo',
    max: 3,
    showWhen: { question: 'housing', is: ['2'] },
  }),
]
