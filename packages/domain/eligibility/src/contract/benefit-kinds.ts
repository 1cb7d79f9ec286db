import { defineCodeList } from '@opendpf/standards'

/** What others pay that rules about overlapping benefits ask for (国发〔2015〕52号 and local measures). */
export const benefitKinds = defineCodeList({
  id: 'outside-benefit',
  zh: '其他待遇',
  en: 'Benefits paid by others',
  source: 'OpenDPF',
  entries: [
    { code: 'old-age-living', zh: '老年人福利性生活补贴', en: 'Old-age living allowance' },
    { code: 'old-age-nursing', zh: '老年人福利性护理补贴', en: 'Old-age nursing allowance' },
    { code: 'work-injury-living', zh: '因公致残生活补贴', en: 'Living allowance after an injury on duty' },
    { code: 'work-injury-nursing', zh: '因公致残护理补贴', en: 'Nursing allowance after an injury on duty' },
    { code: 'retired-cadre-living', zh: '离休人员生活补贴', en: 'Living allowance of retired cadres' },
    { code: 'retired-cadre-nursing', zh: '离休人员护理补贴', en: 'Nursing allowance of retired cadres' },
    { code: 'work-injury-care-fee', zh: '工伤保险生活护理费', en: 'Care fee of work injury insurance' },
    { code: 'orphan-living', zh: '孤儿基本生活保障', en: 'Living allowance of orphans' },
    {
      code: 'unsupported-child-living',
      zh: '事实无人抚养儿童基本生活补贴',
      en: 'Living allowance of unsupported children',
    },
    { code: 'soldier-pension', zh: '残疾军人抚恤金', en: 'Pension of disabled soldiers' },
    { code: 'long-term-care', zh: '长期护理保险待遇', en: 'Long-term care insurance' },
    { code: 'employee-medical', zh: '职工基本医疗保险', en: 'Medical insurance of employees' },
    { code: 'medical-premium', zh: '其他部门资助参加居民医保', en: 'Medical premium paid by another department' },
    { code: 'employee-pension', zh: '职工基本养老保险', en: 'Pension insurance of employees' },
    { code: 'pension-premium', zh: '其他部门代缴居民养老保险', en: 'Pension premium paid by another department' },
    { code: 'state-salary', zh: '财政供养', en: 'Salary paid by the state' },
    { code: 'other', zh: '其他', en: 'Other' },
  ],
})
