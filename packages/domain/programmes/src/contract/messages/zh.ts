import { applicationZh } from './application-zh.js'
import { cycleZh } from './cycle-zh.js'
import { pagesZh } from './pages-zh.js'
import { receiptZh } from './receipt-zh.js'
import { takeoverZh } from './takeover-zh.js'

/** The module's texts in Chinese. */
export const zh = {
  title: '项目审批与发放',

  offer: '年度项目',
  'offer.programme': '项目',
  'offer.year': '年度',
  'offer.region': '适用地区',
  'offer.firstDay': '申请开始日期',
  'offer.lastDay': '申请截止日期',
  'offer.quota': '名额',
  'offer.budgetLine': '预算线',
  'offer.document': '文件依据',
  'offer.state': '状态',
  'offer.state.draft': '草稿',
  'offer.state.open': '已启用',
  'offer.state.closed': '已关闭',
  'offer.do.open': '启用',
  'offer.do.close': '关闭',
  'offer.guard.alone': '该地区 {{year}} 年已经启用了这个项目',
  'offer.problem.programme': '没有业务登记过这个项目',
  'offer.problem.order': '截止日期不能早于开始日期',
  'offer.problem.outside': '申请日期应在 {{year}} 年之内',
  'offer.problem.county': '年度项目由县级或其下的乡镇启用',
  'offer.problem.territory': '只能为自己的辖区启用项目',
  'offer.problem.kept': '启用后不能再修改{{label}}',

  ...applicationZh,
  ...cycleZh,
  ...pagesZh,
  ...receiptZh,
  ...takeoverZh,
} as const
