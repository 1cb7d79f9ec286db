import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Username } from './accounts.js'

const persons = ['人员', '家庭']
const certificates = ['残疾人证', '残疾人证办件', '全国系统核验', '迁移存根', '跨省通办收件', '上门、下乡办证']
const benefits = ['政策参数', '其他待遇']
const plans = ['计划', '分解任务', '创建考核', '计划进度', '计划全文', '创建考核得分']
const planning = plans.toSpliced(5, 0, '导入计划文件')
const signIn = '活动签到'
const registers = ['外部数据', '固定数据', '指标目录', '机构', '岗位配备标准', '组织网络', '专职委员配备']
const notices = ['公示', '公示栏']

const reading = [...persons, ...certificates, ...benefits, '活动', '资金', ...notices, ...plans, ...registers]
const working = (...desks: readonly string[]) => [
  ...[...persons, '疑似重复', ...desks, ...certificates],
  ...[...benefits, '符合条件人员', '活动', signIn, '资金', ...notices, ...planning, ...registers],
]
const clerking = ['受理窗口', '评定办理', '争议处理', '公示办理']
const making = '制证与发证'

/** What the navigation of each role holds, beside the first page. */
const navigation: Readonly<Record<Username, readonly string[]>> = {
  approver: [...working(...clerking, '审核台', making), '接口密钥', '待办与期限', '数据导入', '数据导出', '后台任务'],
  clerk: [...working(...clerking, making), '接口密钥', '待办与期限', '数据导入', '数据导出', '后台任务'],
  town: [...working('受理窗口', '公示办理', making), '待办与期限', '数据导入', '后台任务'],
  leader: [...reading, '待办与期限'],
  village: [
    ...[...persons, '受理窗口', ...certificates, ...benefits, '活动', signIn, '资金'],
    ...[...notices, ...plans, ...registers, '待办与期限'],
  ],
  sysadmin: ['后台任务', '推送记录', '行政区划', '事件推送'],
  secadmin: ['用户', '角色', '接口密钥'],
  auditadmin: ['操作日志'],
}

/** The navigation holds what the role may do, and nothing else. */
export async function expectNavigation(page: Page, user: Username): Promise<void> {
  const links = page.getByRole('navigation', { name: '主导航' }).getByRole('link')
  await expect(links).toHaveText(['首页', ...navigation[user]])
}
