import { texts } from '@opendpf/messages'
import type { Condition, Question } from '../form/index.js'
import { inGroup, option, says } from './words.js'

const education = inGroup('education')
const employment = inGroup('employment')
const ofWorkingAge: Condition = { fact: 'age', from: 16, to: 59 }

/** Schooling of children and young people. */
export const educationQuestions: readonly Question[] = [
  education('schoolStage', '目前就读情况', 'School attended at present', {
    kind: 'one',
    choices: [
      option('1', '学前教育', 'Preschool'),
      option('2', '小学', 'Primary school'),
      option('3', '初中', 'Junior secondary school'),
      option('4', '高中或中职', 'Senior or vocational school'),
      option('5', '高等教育', 'Higher education'),
      option('6', '特殊教育学校', 'Special school'),
      option('7', '送教上门', 'Taught at home'),
      option('8', '未就读', 'Not in school'),
    ],
    showWhen: { fact: 'age', from: 3, to: 24 },
    effects: says('enrolled', ['1', '2', '3', '4', '5', '6', '7'], ['8']),
  }),
  education('noSchoolReason', '未入学的主要原因', 'Main reason for not being in school', {
    kind: 'one',
    choices: [
      option('1', '重度残疾，不能适应学校生活', 'Severely disabled, cannot cope with school'),
      option('2', '家庭经济困难', 'The family cannot afford it'),
      option('3', '附近没有合适的学校', 'No suitable school nearby'),
      option('4', '交通不便', 'Cannot get there'),
      option('5', '已完成学业', 'Has finished school'),
      option('9', '其他', 'Other'),
    ],
    showWhen: {
      all: [
        { fact: 'age', from: 6, to: 17 },
        { question: 'schoolStage', is: ['8'] },
      ],
    },
  }),
  education('schoolNeed', '是否需要教育帮扶', 'Needs help with education', {
    kind: 'yes-no',
    showWhen: { answered: 'noSchoolReason' },
    effects: [{ when: ['yes'], need: 'education' }],
  }),
]

/** Work, what somebody without it lives on, and help to find it. */
export const employmentQuestions: readonly Question[] = [
  employment('employed', '目前是否就业', 'Works at present', {
    kind: 'yes-no',
    showWhen: ofWorkingAge,
    effects: says('employed', ['yes'], ['no']),
  }),
  employment('R17', '就业形式', 'Form of employment', {
    kind: 'one',
    choices: [
      option('1', '按比例就业', 'Under the quota'),
      option('2', '集中就业', 'In a centralised employer'),
      option('3', '个体就业（自主创业）', 'Self-employed'),
      option('4', '公益性岗位就业', 'In a public-benefit post'),
      option('5', '辅助性就业', 'Supported employment'),
      option('6', '农村种养加', 'Farming, breeding or processing'),
      option('7', '灵活就业', 'Flexible work'),
    ],
    showWhen: { question: 'employed', is: ['yes'] },
  }),
  employment('R18', '未就业的主要生活来源', 'Main livelihood without work', {
    kind: 'one',
    choices: [
      option('1', '退休金', 'Pension'),
      option('2', '财产性收入', 'Income from property'),
      option('3', '救助与福利', 'Assistance and welfare'),
      option('4', '家庭供养', 'Kept by the family'),
      option('5', '其他', 'Other'),
    ],
    showWhen: { question: 'employed', is: ['no'] },
  }),
  employment('R19', '未就业的主要原因', 'Main reason for not working', {
    kind: 'one',
    choices: [
      option('1', '在校学习', 'At school'),
      option('2', '退休', 'Retired'),
      option('3', '无就业意愿', 'Does not want to'),
      option('4', '无就业技能', 'Has no skills'),
      option('5', '丧失劳动能力', 'Is unable to work'),
      option('6', '土地被征用', 'Land was taken'),
      option('7', '其他', 'Other'),
    ],
    showWhen: { question: 'employed', is: ['no'] },
  }),
  employment('R20', '上年度得到过的就业帮扶', 'Help with employment received last year', {
    kind: 'several',
    choices: [
      option('1', '职业技能培训', 'Vocational training'),
      option('2', '职业介绍', 'Job introduction'),
      option('3', '农村实用技术培训', 'Training in rural skills'),
      option('4', '资金信贷扶持', 'Credit'),
      option('5', '其他', 'Other'),
      option('0', '没有得到', 'None', { alone: true }),
    ],
    showWhen: ofWorkingAge,
  }),
  employment('R21', '需要的就业帮扶', 'Help with employment needed', {
    kind: 'several',
    choices: [
      option('1', '职业技能培训', 'Vocational training'),
      option('2', '职业介绍', 'Job introduction'),
      option('3', '农村实用技术培训', 'Training in rural skills'),
      option('4', '资金信贷扶持', 'Credit'),
      option('5', '其他', 'Other'),
      option('0', '不需要', 'None', { alone: true }),
    ],
    showWhen: {
      all: [ofWorkingAge, { not: { question: 'R19', is: ['1', '2', '5'] } }],
    },
    effects: [
      { when: ['1', '3'], need: 'training' },
      { when: ['2', '4', '5'], need: 'employment' },
      { when: ['2'], status: 'job-seeking', holds: true },
    ],
  }),
]

/** What somebody of working age cannot have answered both. */
export const employmentChecks = [
  {
    at: 'R19',
    refuseWhen: {
      all: [
        { question: 'R19', is: ['1'] },
        { question: 'schoolStage', is: ['8'] },
      ],
    },
    text: texts(
      '未就业原因是在校学习，但是就读情况填写为未就读',
      'Not working because of school, yet said not to be in school',
    ),
  },
] as const
