import { benefitKinds } from './benefit-kinds.js'
import { eligibility } from './declare.js'
import type { Code } from './values.js'

const statement: readonly Code[] = [
  { code: 'yes', zh: '有', en: 'yes' },
  { code: 'no', zh: '无', en: 'no' },
]

/** What somebody draws from others: where nothing is recorded, nothing is drawn, as far as the lists that were compared say. */
export const ownDeclarations = eligibility({
  facts: {
    benefits: {
      title: { 'zh-CN': '正在享受的其他待遇', en: 'Benefits drawn from others' },
      kind: 'items',
      group: 'benefits',
      source: { 'zh-CN': '其他待遇登记与数据比对', en: 'Recorded benefits and compared lists' },
      ask: { 'zh-CN': '请登记其正在享受的其他待遇', en: 'Record which benefits are drawn from others' },
      attributes: {
        kind: { title: { 'zh-CN': '待遇类别', en: 'Kind' }, codes: benefitKinds.entries },
        statement: { title: { 'zh-CN': '书面声明', en: 'Written statement' }, codes: statement },
      },
      whenNone: [],
      privacy: 'S2',
    },
  },
})
