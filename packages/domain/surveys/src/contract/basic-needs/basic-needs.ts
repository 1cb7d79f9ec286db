import { texts } from '@opendpf/messages'
import type { Form } from '../form/index.js'
import { baseQuestions, economyQuestions } from './base.js'
import { careQuestions, dailyQuestions, medicalQuestions, securityChecks, securityQuestions } from './care.js'
import { educationQuestions, employmentChecks, employmentQuestions } from './work.js'

/**
 * The annual survey of basic services and needs (残疾人基本服务状况和需求信息数据动态更新), for persons. Items whose number and wording are
 * those of form 动态1表 (国统制〔2016〕57号) have its codes; the others ask for what its groups ask for. Editions differ from year to year: a
 * county takes this as the beginning of its own.
 */
export const basicNeedsForm: Form = {
  groups: [
    { code: 'base', title: texts('基本情况', 'Basic facts') },
    { code: 'economy', title: texts('经济和住房', 'Economy and housing') },
    { code: 'education', title: texts('教育', 'Education') },
    { code: 'employment', title: texts('就业和帮扶', 'Employment and help') },
    { code: 'security', title: texts('社会保障', 'Social security') },
    { code: 'care', title: texts('托养', 'Care') },
    { code: 'medical', title: texts('医疗和康复', 'Treatment and rehabilitation') },
    { code: 'daily', title: texts('无障碍和文化体育', 'Accessibility, culture and sports') },
  ],
  questions: [
    ...baseQuestions,
    ...economyQuestions,
    ...educationQuestions,
    ...employmentQuestions,
    ...securityQuestions,
    ...careQuestions,
    ...medicalQuestions,
    ...dailyQuestions,
  ],
  checks: [...employmentChecks, ...securityChecks],
}
