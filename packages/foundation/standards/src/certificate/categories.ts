import { defineCodeList } from '../codes/code-list.js'

/** Categories of disability as the certificate codes them (GB/T 26341-2010): 1 visual to 7 multiple. */
export const disabilityCategories = defineCodeList({
  id: 'disability-category',
  zh: '残疾类别',
  en: 'Disability category',
  source: 'GB/T 26341-2010',
  optionalEndings: ['残疾'],
  entries: [
    { code: '1', zh: '视力残疾', en: 'Visual', aliases: ['01', '盲', '盲人', '低视力', '视残', '视障'] },
    { code: '2', zh: '听力残疾', en: 'Hearing', aliases: ['02', '聋', '聋人', '听残', '听障'] },
    { code: '3', zh: '言语残疾', en: 'Speech', aliases: ['03', '哑', '语言', '语言残疾', '言残'] },
    { code: '4', zh: '肢体残疾', en: 'Physical', aliases: ['04', '肢残', '肢障'] },
    { code: '5', zh: '智力残疾', en: 'Intellectual', aliases: ['05', '智残', '智障'] },
    { code: '6', zh: '精神残疾', en: 'Mental', aliases: ['06', '精残', '精障'] },
    { code: '7', zh: '多重残疾', en: 'Multiple', aliases: ['07', '综合残疾', '多残'] },
  ],
  ambiguous: {
    聋哑: ['2', '3', '7'],
    聋哑人: ['2', '3', '7'],
    听力言语: ['2', '3', '7'],
    听力言语残疾: ['2', '3', '7'],
    听力语言残疾: ['2', '3', '7'],
    智力精神: ['5', '6', '7'],
  },
})

/** `1` visual, `2` hearing, `3` speech, `4` physical, `5` intellectual, `6` mental, `7` multiple. */
export type DisabilityCategory = (typeof disabilityCategories.codes)[number]

/** A category that a person can be assessed in; multiple (7) is made of two or more of these. */
export type ComponentCategory = Exclude<DisabilityCategory, '7'>

/** Grades of disability, `1` the most severe. Every category has all four (GB/T 26341-2010). */
export const disabilityGrades = defineCodeList({
  id: 'disability-grade',
  zh: '残疾等级',
  en: 'Disability grade',
  source: 'GB/T 26341-2010',
  entries: [
    { code: '1', zh: '一级', en: 'Grade 1', aliases: ['01', '一', '1级', '壹级', '残疾一级', 'I', 'I级', '极重度'] },
    { code: '2', zh: '二级', en: 'Grade 2', aliases: ['02', '二', '2级', '贰级', '残疾二级', 'II', 'II级'] },
    { code: '3', zh: '三级', en: 'Grade 3', aliases: ['03', '三', '3级', '叁级', '残疾三级', 'III', 'III级', '中度'] },
    { code: '4', zh: '四级', en: 'Grade 4', aliases: ['04', '四', '4级', '肆级', '残疾四级', 'IV', 'IV级', '轻度'] },
  ],
  // the standard's word for grade 2, everyday speech for grades 1 and 2
  ambiguous: { 重度: ['1', '2'] },
})

/** `1` (most severe) to `4`. As texts they compare in order of severity. */
export type DisabilityGrade = (typeof disabilityGrades.codes)[number]
