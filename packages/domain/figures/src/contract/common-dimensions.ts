import { disabilityCategories, disabilityGrades, householdTypes, sexes } from '@opendpf/standards'
import type { Dimension } from './indicator.js'

/** Ages in completed years, as statistics of disabled people are told: children before and at school, of working age, and older. */
export const ageBands = [
  { code: '0-6', zh: '0-6 岁', en: '0 to 6' },
  { code: '7-17', zh: '7-17 岁', en: '7 to 17' },
  { code: '18-59', zh: '18-59 岁', en: '18 to 59' },
  { code: '60+', zh: '60 岁及以上', en: '60 and older' },
] as const

/** What figures about persons are most often broken down by. A measure that has them names its columns so. */
export const personDimensions = {
  sex: { title: { 'zh-CN': '性别', en: 'Sex' }, codes: sexes.entries },
  ageBand: { title: { 'zh-CN': '年龄段', en: 'Age' }, codes: ageBands },
  category: { title: { 'zh-CN': '残疾类别', en: 'Category' }, codes: disabilityCategories.entries },
  grade: { title: { 'zh-CN': '残疾等级', en: 'Grade' }, codes: disabilityGrades.entries },
  residence: { title: { 'zh-CN': '户口性质', en: 'Kind of household register' }, codes: householdTypes.entries },
} as const satisfies Readonly<Record<string, Dimension>>
