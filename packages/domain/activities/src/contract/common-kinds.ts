import { activityKinds } from './kind.js'

const questions = {
  content: { 'zh-CN': '内容对我有用', en: 'The content is of use to me' },
  teaching: { 'zh-CN': '讲解清楚', en: 'It was explained clearly' },
  access: { 'zh-CN': '场地和服务无障碍', en: 'The place and the service were accessible' },
} as const

/** Activities that every federation holds, whatever service lines it runs. Lines declare their own beside these. */
export const commonKinds = activityKinds({
  training: {
    title: { 'zh-CN': '培训班', en: 'Training term' },
    line: 'employment',
    needs: ['topic', 'capacity', 'responsible'],
    isByName: true,
    questions,
  },
  publicity: { title: { 'zh-CN': '宣传活动', en: 'Publicity day' }, line: 'publicity', needs: ['topic', 'place'] },
  study: { title: { 'zh-CN': '学习会', en: 'Study session' }, line: 'compliance', needs: ['topic'] },
  sports: { title: { 'zh-CN': '文体活动', en: 'Culture or sports event' }, line: 'culture-sports', needs: ['place'] },
  comfort: { title: { 'zh-CN': '走访慰问', en: 'Comfort tour' }, line: 'poverty-relief', needs: ['responsible'] },
  meeting: { title: { 'zh-CN': '会议', en: 'Meeting' }, line: 'organisations', needs: ['topic', 'responsible'] },
  outreach: {
    title: { 'zh-CN': '义诊咨询', en: 'Outreach with consultations' },
    line: 'rehab',
    needs: ['place', 'responsible'],
  },
  onSite: {
    title: { 'zh-CN': '下乡服务', en: 'On-site trip' },
    line: 'organisations',
    needs: ['place', 'responsible'],
  },
})
