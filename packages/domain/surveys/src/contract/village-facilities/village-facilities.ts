import { texts } from '@opendpf/messages'
import { inGroup, option } from '../basic-needs/words.js'
import type { Form, Question } from '../form/index.js'

const place = inGroup('place')
const staff = inGroup('staff')
const service = inGroup('service')
const access = inGroup('access')
const yesNo = { kind: 'yes-no' } as const
const people = { kind: 'number', min: 0, max: 10_000, unit: texts('人', 'persons') } as const
const after = (question: string) => ({ showWhen: { question, is: ['yes'] } })

const placeQuestions: readonly Question[] = [
  place('placeKind', '类型', 'Kind', {
    kind: 'one',
    choices: [option('1', '村', 'Village'), option('2', '社区', 'Community of a town'), option('3', '其他', 'Other')],
  }),
  place('residents', '常住人口', 'Residents', { ...people, max: 1_000_000, optional: true }),
]

const staffQuestions: readonly Question[] = [
  staff('association', '是否建立残疾人协会', 'Has an association of disabled persons', yesNo),
  staff('commissioner', '残疾人专职委员', 'Commissioner for disabled persons', {
    kind: 'one',
    choices: [option('1', '专人担任', 'Full time'), option('2', '兼任', 'Part time'), option('0', '没有', 'None')],
  }),
  staff('commissionerPaid', '专职委员是否领取补贴', 'Commissioner is paid an allowance', {
    ...yesNo,
    showWhen: { question: 'commissioner', is: ['1', '2'] },
  }),
  staff('coordinators', '社区康复协调员', 'Coordinators of community rehabilitation', people),
  staff('volunteers', '登记的助残志愿者', 'Registered volunteers', people),
]

const serviceQuestions: readonly Question[] = [
  service('rehabSite', '是否有康复站（室）', 'Has a rehabilitation station', yesNo),
  service('rehabArea', '康复站（室）面积', 'Area of the station', {
    kind: 'number',
    min: 1,
    max: 10_000,
    unit: texts('平方米', 'm²'),
    ...after('rehabSite'),
  }),
  service('rehabDays', '康复站（室）每周开放天数', 'Days on which it is open each week', {
    kind: 'number',
    min: 0,
    max: 7,
    unit: texts('天', 'days'),
    ...after('rehabSite'),
  }),
  service('clinic', '卫生室（社区卫生服务站）是否提供康复服务', 'The clinic gives rehabilitation services', yesNo),
  service('careSite', '是否有托养照料机构或者日间照料场所', 'Has a place of care or day care', yesNo),
  service('carePlaces', '可接收残疾人', 'Disabled persons it can take', { ...people, ...after('careSite') }),
  service('workSite', '是否有辅助性就业机构或者扶贫基地', 'Has a place of assisted work or a base of relief', yesNo),
  service('workPlaces', '安排残疾人就业', 'Disabled persons who work there', { ...people, ...after('workSite') }),
  service('cultureSite', '是否有文化体育活动场所', 'Has a place for culture and sports', yesNo),
  service('cultureOpen', '残疾人能否进入和使用', 'Disabled persons can enter and use it', {
    ...yesNo,
    ...after('cultureSite'),
  }),
  service('legalSite', '是否有法律服务站点', 'Has a place of legal advice', yesNo),
]

const accessQuestions: readonly Question[] = [
  access('barrierFree', '办公服务场所已有的无障碍设施', 'What the public offices have for accessibility', {
    kind: 'several',
    choices: [
      option('1', '出入口坡道或者平坡', 'Ramp or level entrance'),
      option('2', '扶手', 'Handrails'),
      option('3', '无障碍卫生间', 'Accessible toilet'),
      option('4', '低位服务台', 'Low counter'),
      option('5', '盲道', 'Tactile paving'),
      option('6', '语音、文字或者手语服务', 'Voice, text or sign language service'),
      option('0', '没有', 'None', { alone: true }),
    ],
  }),
  access('lacking', '最需要补充的设施', 'What is lacking most', {
    kind: 'one',
    choices: [
      option('1', '康复站（室）', 'Rehabilitation station'),
      option('2', '托养照料场所', 'Place of care'),
      option('3', '文化体育活动场所', 'Place for culture and sports'),
      option('4', '无障碍设施', 'Accessibility'),
      option('5', '就业场所', 'Place of work'),
      option('0', '不需要', 'Nothing'),
    ],
  }),
  access('facilityPhotos', '设施照片', 'Photos of the facilities', { kind: 'photo', max: 5, optional: true }),
]

/**
 * The survey of villages that goes with the annual survey of persons (村（社区）表): who works there for disabled people, which services it has
 * and how accessible they are. Editions differ from year to year: a county takes this as the beginning of its own.
 */
export const villageFacilitiesForm: Form = {
  about: 'village',
  groups: [
    { code: 'place', title: texts('基本情况', 'Basic facts') },
    { code: 'staff', title: texts('组织和人员', 'Organisation and staff') },
    { code: 'service', title: texts('服务设施', 'Services') },
    { code: 'access', title: texts('无障碍环境', 'Accessibility') },
  ],
  questions: [...placeQuestions, ...staffQuestions, ...serviceQuestions, ...accessQuestions],
  checks: [],
}
