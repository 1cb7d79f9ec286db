import { under } from '@opendpf/messages'
import { occasionTexts } from './occasion-texts.js'

/** Chinese texts of lists of comfort visits. */
export const visitsZh = {
  visitList: '慰问签领表',
  'visitList.name': '签领表名称',
  'visitList.division': '地区',
  'visitList.occasion': '慰问时节',
  ...under('visitList.occasion', occasionTexts['zh-CN']),
  'visitList.since': '开始日期',
  'visitList.until': '结束日期',
  'visitList.organisation': '慰问单位',
  'visitList.document.signing': '慰问发放签领表',
  'visitList.problem.order': '结束日期不能早于开始日期',
  'visitList.problem.long': '一张签领表最多包括 {{days}} 天，请分成几张',
} as const
