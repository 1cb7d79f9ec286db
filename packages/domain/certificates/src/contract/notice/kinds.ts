import { noticeKinds } from '@opendpf/notices'
import { disabilityCategories, disabilityGrades } from '@opendpf/standards'

const facts = {
  category: { title: { 'zh-CN': '残疾类别', en: 'Category' }, codes: disabilityCategories },
  grade: { title: { 'zh-CN': '残疾等级', en: 'Grade' }, codes: disabilityGrades },
}

/** What is posted of a case: who is found to have which disability, for five working days, minors left out (跨省通办 2021). */
export const caseNoticeKinds = noticeKinds({
  finding: {
    title: { 'zh-CN': '残疾评定结果公示', en: 'Findings of disability assessments' },
    workingDays: 5,
    leavesOutMinors: true,
    facts,
    decidedByAnotherThan: ['accept'],
    basis: '中华人民共和国残疾人证管理办法 第 9 条',
  },
  // posted where somebody lives, for the county of the household register; whoever registers it has accepted it
  referredFinding: {
    title: { 'zh-CN': '跨省通办残疾评定结果公示', en: 'Findings of assessments for other counties' },
    workingDays: 5,
    leavesOutMinors: true,
    facts,
    decidedByAnotherThan: ['create', 'assess'],
    basis: '中华人民共和国残疾人证管理办法 第 9 条',
  },
})
