import { type Code, eligibility, type Fact } from '@opendpf/eligibility'
import { texts } from '@opendpf/messages'
import { sexes } from '@opendpf/standards'

const register = { group: 'register', source: texts('人员登记', 'Register of persons') }

/** A state of the person that has its days in the register; nothing recorded is no. */
const state = (zh: string, en: string): Fact => ({
  title: texts(zh, en),
  kind: 'flag',
  group: 'statuses',
  source: texts('人员状态登记', 'Recorded states'),
  ask: texts(`请登记“${zh}”状态`, `Record the state “${en}”`),
  whenNone: false,
  privacy: 'S2',
})

const mark = (zh: string, en: string): Fact => ({
  title: texts(zh, en),
  kind: 'flag',
  group: 'household',
  source: texts('家庭登记', 'Register of households'),
  ask: texts('请登记其家庭及成员', 'Record the household and its members'),
  privacy: 'S2',
})

/** What civil affairs and the rural affairs office decided about somebody's means; the first that is recorded counts. */
const economies: readonly Code[] = [
  { code: 'extremely-poor', zh: '特困供养', en: 'Extremely poor support' },
  { code: 'allowance', zh: '最低生活保障', en: 'Low allowance' },
  { code: 'allowance-margin', zh: '低保边缘', en: 'Margin of the low allowance' },
  { code: 'rigid-expenditure', zh: '刚性支出困难', en: 'Rigid expenditure' },
  { code: 'poor-monitored', zh: '防返贫监测', en: 'Monitored for poverty' },
  { code: 'ordinary', zh: '一般家庭', en: 'Ordinary' },
]

/** What the register tells of persons to rules of eligibility. */
export const personFacts = eligibility({
  facts: {
    age: {
      ...register,
      title: texts('年龄（周岁）', 'Age in years'),
      kind: 'whole',
      unit: texts('周岁', 'years'),
      ask: texts('请登记出生日期或身份证号', 'Enter the birth date or the ID number'),
      privacy: 'S2',
    },
    sex: {
      ...register,
      title: texts('性别', 'Sex'),
      kind: 'code',
      codes: sexes.entries,
      ask: texts('请登记性别或身份证号', 'Enter the sex or the ID number'),
    },
    isAlive: {
      ...register,
      title: texts('健在', 'Alive'),
      kind: 'flag',
      ask: texts('请核实是否健在', 'Find out whether the person is alive'),
      privacy: 'S2',
    },
    economy: {
      title: texts('家庭经济状况', 'Economic state'),
      kind: 'code',
      codes: economies,
      group: 'economy',
      source: texts('低保等救助名单与家庭登记', 'Lists of the assisted and register of households'),
      ask: texts('请核实其家庭经济状况并登记', 'Find out and record the economic state of the household'),
      privacy: 'S2',
    },
    // nobody records that care is not needed: nothing recorded has to be assessed
    needsCare: {
      title: texts('需要长期照护', 'Needs long-term care'),
      kind: 'flag',
      group: 'statuses',
      source: texts('人员状态登记', 'Recorded states'),
      ask: texts('请评估其是否需要长期照护并登记', 'Assess whether long-term care is needed and record it'),
      privacy: 'S2',
    },
    isOrphan: state('孤儿', 'Orphan'),
    isEmployed: state('就业', 'Employed'),
    isEnrolled: state('在读', 'Enrolled'),
    isAway: state('外出', 'Away'),
    hasIllnessBurden: state('大病医疗负担重', 'Burdened by a serious illness'),
    hasSchoolingHardship: state('子女入学困难', 'Hardly able to school the children'),
    isMultiDisabledHousehold: mark('一户多残', 'Several disabled in one household'),
    isAgedCaringHousehold: mark('以老养残', 'The aged care for the disabled'),
    hasStudentInHousehold: mark('家庭有在读学生', 'A student in the household'),
  },
})
