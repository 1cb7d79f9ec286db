import { texts } from '@opendpf/messages'
import type { Condition, Question } from '../form/index.js'
import { inGroup, option, says } from './words.js'

const security = inGroup('security')
const care = inGroup('care')
const medical = inGroup('medical')
const daily = inGroup('daily')

/** Insurance, assistance and welfare. */
export const securityQuestions: readonly Question[] = [
  security('insurance', '参加社会保险情况', 'Social insurance', {
    kind: 'several',
    choices: [
      option('1', '城乡居民基本养老保险', 'Basic pension for residents'),
      option('2', '城镇职工基本养老保险', 'Basic pension for employees'),
      option('3', '城乡居民基本医疗保险', 'Basic medical insurance for residents'),
      option('4', '城镇职工基本医疗保险', 'Basic medical insurance for employees'),
      option('5', '工伤、失业等其他保险', 'Other: work injury, unemployment'),
      option('0', '没有参加', 'None', { alone: true }),
    ],
  }),
  security('R27', '本年度得到的社会救助', 'Assistance received this year', {
    kind: 'several',
    choices: [
      option('1', '最低生活保障', 'Subsistence allowance'),
      option('2', '特困人员供养', 'Provision for the extremely poor'),
      option('3', '医疗救助', 'Medical assistance'),
      option('4', '临时救助', 'Temporary assistance'),
      option('5', '其他救助', 'Other assistance'),
      option('0', '没有得到', 'None', { alone: true }),
    ],
  }),
  security('R28', '本年度享受的福利补贴', 'Welfare subsidies received this year', {
    kind: 'several',
    choices: [
      option('1', '困难残疾人生活补贴', 'Living subsidy for disabled persons in difficulty'),
      option('2', '重度残疾人护理补贴', 'Nursing subsidy for severely disabled persons'),
      option('3', '其他补贴', 'Other subsidies'),
      option('0', '没有享受', 'None', { alone: true }),
    ],
  }),
  security('reliefNeed', '是否需要生活救助', 'Needs relief', {
    kind: 'yes-no',
    effects: [{ when: ['yes'], need: 'relief' }],
  }),
]

export const securityChecks = [
  {
    at: 'R27',
    refuseWhen: {
      all: [{ question: 'economicState', is: ['1'] }, { not: { question: 'R27', is: ['1'] } }],
    },
    text: texts(
      '家庭经济状况为最低生活保障，本年度得到的社会救助中应当有最低生活保障',
      'A household on the allowance has received it this year',
    ),
  },
  {
    at: 'R28',
    refuseWhen: {
      all: [
        { question: 'R28', is: ['2'] },
        { fact: 'grade', is: ['3', '4'] },
        { fact: 'category', is: ['1', '2', '3', '4'] },
      ],
    },
    text: texts('不是重度残疾，请核对重度残疾人护理补贴', 'Not severely disabled: please check the nursing subsidy'),
  },
] as const

/** Whom the question about care is for: 16 to 59, intellectual, mental or severe physical disability. */
const mayNeedCare: Condition = {
  all: [
    { fact: 'age', from: 16, to: 59 },
    {
      any: [
        { fact: 'category', is: ['5', '6'] },
        {
          all: [
            { fact: 'category', is: ['4'] },
            { fact: 'grade', is: ['1', '2'] },
          ],
        },
      ],
    },
  ],
}

/** Care received and needed (托养). */
export const careQuestions: readonly Question[] = [
  care('R29', '是否享受托养服务', 'Receives care services', { kind: 'yes-no', showWhen: mayNeedCare }),
  care('R30', '需要的托养服务', 'Care services needed', {
    kind: 'several',
    choices: [
      option('1', '居家托养', 'At home'),
      option('2', '日间照料', 'By day'),
      option('3', '寄宿托养', 'In an institution'),
      option('0', '不需要', 'None', { alone: true }),
    ],
    showWhen: { question: 'R29', is: ['no'] },
    effects: [{ when: ['1', '2', '3'], need: 'care' }, ...says('care-needed', ['1', '2', '3'], ['0'])],
  }),
]

/** Illness, treatment and rehabilitation. */
export const medicalQuestions: readonly Question[] = [
  medical('R31', '近两周内是否患病', 'Was ill within the last two weeks', { kind: 'yes-no' }),
  medical('R32', '患病后是否就诊', 'Was treated', { kind: 'yes-no', showWhen: { question: 'R31', is: ['yes'] } }),
  medical('R33', '未就诊的主要原因', 'Main reason for not being treated', {
    kind: 'one',
    choices: [
      option('1', '自感病轻', 'Felt not ill enough'),
      option('2', '经济困难', 'Could not afford it'),
      option('3', '就诊不便', 'Could not get there'),
      option('4', '无人陪护', 'Nobody to go along'),
      option('9', '其他', 'Other'),
    ],
    showWhen: { question: 'R32', is: ['no'] },
  }),
  medical('rehabReceived', '上年度得到的康复服务', 'Rehabilitation received last year', {
    kind: 'several',
    choices: [
      option('1', '康复医疗', 'Medical'),
      option('2', '功能训练', 'Functional training'),
      option('3', '辅助器具适配', 'Assistive devices'),
      option('4', '支持性服务', 'Support'),
      option('0', '没有得到', 'None', { alone: true }),
    ],
  }),
  medical('rehabNeed', '需要的康复服务', 'Rehabilitation needed', {
    kind: 'several',
    choices: [
      option('1', '康复医疗', 'Medical'),
      option('2', '功能训练', 'Functional training'),
      option('3', '辅助器具适配', 'Assistive devices'),
      option('4', '支持性服务', 'Support'),
      option('0', '不需要', 'None', { alone: true }),
    ],
    effects: [
      { when: ['1', '2', '4'], need: 'rehabilitation' },
      { when: ['3'], need: 'device' },
    ],
  }),
]

/** The home, and taking part in the life of the community. */
export const dailyQuestions: readonly Question[] = [
  daily('retrofitDone', '家庭是否已进行无障碍改造', 'The home has been made accessible', { kind: 'yes-no' }),
  daily('retrofitNeed', '是否需要家庭无障碍改造', 'Needs the home made accessible', {
    kind: 'yes-no',
    showWhen: { question: 'retrofitDone', is: ['no'] },
    effects: [{ when: ['yes'], need: 'home-retrofit' }],
  }),
  daily('takesPart', '是否经常参加文化体育活动', 'Often takes part in culture or sports', { kind: 'yes-no' }),
  daily('noPartReason', '不参加文化体育活动的主要原因', 'Main reason for not taking part', {
    kind: 'one',
    choices: [
      option('1', '没有适合的项目', 'Nothing suitable'),
      option('2', '没有场所和设施', 'No place or facilities'),
      option('3', '没有人组织指导', 'Nobody organises it'),
      option('4', '身体原因', 'Health'),
      option('5', '不感兴趣', 'Not interested'),
      option('9', '其他', 'Other'),
    ],
    showWhen: { question: 'takesPart', is: ['no'] },
  }),
  daily('otherNeed', '其他需求', 'Other needs', { kind: 'text', max: 200, optional: true }),
]
