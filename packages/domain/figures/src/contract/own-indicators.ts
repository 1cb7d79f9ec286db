import { indicators } from './indicator.js'

const told = { kind: 'stock', reading: 'external', version: 1, finest: 'town' } as const
const day = { 'zh-CN': '来源所说的日期', en: 'the day that the source is about' }

/** What other departments count, and rates of several lines are of. */
export const ownIndicators = indicators({
  residents: {
    ...told,
    title: { 'zh-CN': '户籍人口', en: 'Registered residents' },
    counts: { 'zh-CN': '公安机关登记的户籍人口', en: 'residents in the household register of the police' },
    dateMeans: day,
    unit: 'person',
  },
  allowanceRecipients: {
    ...told,
    title: { 'zh-CN': '低保对象', en: 'Recipients of the minimum living allowance' },
    counts: {
      'zh-CN': '民政部门在册的最低生活保障对象',
      en: 'recipients in the books of the civil affairs department',
    },
    dateMeans: day,
    unit: 'person',
  },
  secondClassHospitals: {
    ...told,
    title: { 'zh-CN': '二级以上医院', en: 'Hospitals of the second class and above' },
    counts: { 'zh-CN': '卫生健康部门核定的二级以上医院', en: 'hospitals that the health department has classed so' },
    dateMeans: day,
    unit: 'organisation',
  },
})
