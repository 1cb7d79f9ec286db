import { defineCodeList } from '@opendpf/standards'

/** Departments that decide in their own right beside the federation. */
export const departments = defineCodeList({
  id: 'deciding-department',
  zh: '审定部门',
  en: 'Deciding department',
  source: 'OpenDPF',
  entries: [
    { code: 'civil-affairs', zh: '民政部门', en: 'Civil Affairs' },
    { code: 'finance', zh: '财政部门', en: 'Finance' },
    { code: 'education', zh: '教育部门', en: 'Education' },
    { code: 'health', zh: '卫生健康部门', en: 'Health' },
    { code: 'human-resources', zh: '人力资源社会保障部门', en: 'Human Resources and Social Security' },
    { code: 'housing', zh: '住房城乡建设部门', en: 'Housing' },
    { code: 'medical-security', zh: '医疗保障部门', en: 'Medical Security' },
    { code: 'rural-affairs', zh: '农业农村部门', en: 'Rural Affairs' },
    { code: 'federation-above', zh: '上级残联', en: 'The federation above' },
  ],
})

export type Department = (typeof departments.entries)[number]['code']
