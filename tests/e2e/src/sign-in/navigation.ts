import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Username } from './accounts.js'

const initials = {
  approver: 'a',
  clerk: 'c',
  town: 't',
  leader: 'l',
  village: 'v',
  sysadmin: 's',
  secadmin: 'u',
  auditadmin: 'd',
} as const satisfies Readonly<Record<Username, string>>

/** What the navigation holds beside the first page, in its order, and who finds it there, by the initials above. */
const places: readonly (readonly [who: string, links: string])[] = [
  ['actlv', '人员 家庭'],
  ['act', '疑似重复'],
  ['actv', '受理窗口'],
  ['ac', '评定办理 争议处理'],
  ['act', '公示办理'],
  ['a', '审核台'],
  ['act', '制证与发证'],
  ['actlv', '残疾人证 残疾人证办件 全国系统核验 迁移存根 跨省通办收件 上门、下乡办证'],
  ['act', '待评定和制定方案 待同意的康复方案'],
  ['actv', '待回访 待落实监护'],
  ['actlv', '康复档案 康复服务 精神障碍康复对象 家庭医生签约'],
  ['act', '白内障手术安排 辅具评估和发放 待维修辅具'],
  ['actlv', '白内障复明 辅具适配 辅具目录 辅具仓库'],
  ['act', '儿童康复救助办理'],
  ['actv', '医疗康复救助办理'],
  ['actlv', '残疾儿童康复救助 诊断证明 医疗康复救助 康复政策'],
  ['ac', '站点验收和整改 机构检查和整改'],
  ['actlv', '康复站点 定点机构协议 创建达标 服务标准'],
  ['actlv', '政策参数 其他待遇'],
  ['act', '符合条件人员'],
  ['act', '困难家庭核实和跟踪 结对帮扶督促 生产扶持验收 危房改造办理'],
  ['ac', '就医减免核对'],
  ['act', '部门转介跟进'],
  ['ac', '贴息贷款办理'],
  [
    'actlv',
    '走访慰问 困难家庭台账 生产扶持 贴息贷款 住房和危房改造 结对帮扶 减免定点医院 就医减免 慰问签领表 部门转介',
  ],
  ['actv', '申请受理'],
  ['act', '异地收件办理'],
  ['actv', '入户与村级评议'],
  ['act', '乡镇初审'],
  ['ac', '残联审核 部门审定登记'],
  ['a', '审批'],
  ['act', '告知'],
  ['ac', '差异核查'],
  ['actlv', '年度项目 项目申请 在册对象 发放周期 周期成员 核查差异 应发明细 异地收件 存量移交 发放周期工作台'],
  ['act', '应享未享'],
  ['ac', '名单核对 差异核定'],
  ['actlv', '外部名单 名单行 比对差异'],
  ['actlv', '活动'],
  ['actlv', '主题日历'],
  ['actv', '活动签到'],
  ['act', '比对差异处理'],
  ['actv', '个人问题办理'],
  ['act', '调查记录审核 村（社区）记录审核'],
  ['actlv', '调查表 调查任务 村级任务 村（社区）调查记录 个人服务计划 个人问题'],
  ['actv', '入户调查'],
  ['a', '发放审批'],
  ['ac', '出纳发放 非本人账户审核'],
  ['actlv', '发放批次 发放明细 银行文件模板 非本人账户 多发追回'],
  ['ac', '账户核查 银行对账'],
  ['actlv', '资金 资金余额 公示 公示栏'],
  ['act', '待发送名单'],
  ['actlv', '通知记录 通知文字 联系意愿 工作邮箱 我的消息'],
  ['actlv', '计划 分解任务 创建考核 计划进度 计划全文'],
  ['act', '导入计划文件'],
  ['actlv', '创建考核得分 总结报告'],
  ['act', '起草报告'],
  ['actlv', '外部数据 固定数据 指标目录 机构 岗位配备标准 组织网络 专职委员配备'],
  ['u', '用户 角色'],
  ['acu', '接口密钥'],
  ['actlv', '待办与期限'],
  ['act', '数据导入'],
  ['ac', '数据导出'],
  ['acts', '后台任务'],
  ['s', '推送记录'],
  ['d', '操作日志'],
  ['s', '行政区划 事件推送'],
]

/** The navigation holds what the role may do, and nothing else. */
export async function expectNavigation(page: Page, user: Username): Promise<void> {
  const expected = places.flatMap(([who, links]) => (who.includes(initials[user]) ? links.split(' ') : []))
  const navigation = page.getByRole('navigation', { name: '主导航' })
  await expect(navigation).toBeVisible()
  await navigation.locator('details').evaluateAll((groups) => {
    for (const group of groups) group.setAttribute('open', '')
  })
  const links = navigation.getByRole('link')
  await expect(links).toHaveText(['首页', ...expected])
}
