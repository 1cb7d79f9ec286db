import { activityKinds } from '@opendpf/activities'

const byName = { line: 'rehab', needs: ['topic', 'responsible'], isByName: true } as const

/** What is held for rehabilitation, beside the outreach with consultations that every federation holds. */
export const rehabActivityKinds = activityKinds({
  technicianTraining: {
    ...byName,
    title: { 'zh-CN': '康复技术人员培训班', en: 'Training of rehabilitation technicians' },
    questions: {
      content: { 'zh-CN': '内容对我的工作有用', en: 'The content is of use to my work' },
      practice: { 'zh-CN': '实际操作的机会足够', en: 'There was enough practice' },
    },
  },
  parentTraining: {
    ...byName,
    title: { 'zh-CN': '残疾儿童家长培训班', en: 'Training of parents' },
    questions: { content: { 'zh-CN': '学到的方法在家里能用', en: 'What I learnt can be done at home' } },
  },
  preventionDay: {
    title: { 'zh-CN': '残疾预防宣传活动', en: 'Prevention day' },
    line: 'rehab',
    needs: ['topic', 'place'],
  },
  screening: {
    title: { 'zh-CN': '残疾筛查活动', en: 'Screening' },
    line: 'rehab',
    needs: ['place', 'responsible'],
  },
  policyStudy: {
    title: { 'zh-CN': '康复政策研究', en: 'Study of policy' },
    line: 'rehab',
    needs: ['topic', 'responsible'],
  },
})
