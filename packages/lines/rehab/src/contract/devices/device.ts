import { code, date, defineRecord, division, flag, money, multiline, optional, text, whole } from '@opendpf/kit'
import { deviceKinds } from './device-kinds.js'

/** What a county offers of assistive devices (辅具目录): a model with its useful life, by which somebody may have the next one. */
export const device = defineRecord({
  fields: {
    division: division(),
    title: text({ max: 100, headings: ['辅具名称', '名称'] }),
    kind: code(deviceKinds, { headings: ['辅具种类'] }),
    model: optional(text({ max: 100, headings: ['型号'] })),
    unit: text({ max: 10, headings: ['单位', '计量单位'] }),
    usefulLifeMonths: whole({ min: 1, max: 240, headings: ['使用年限（月）'] }),
    price: optional(money({ headings: ['单价'] })),
    isReusable: flag({ headings: ['是否可回收再用'] }),
    offeredFrom: date({ headings: ['列入目录日期'] }),
    offeredUntil: optional(date({ headings: ['移出目录日期'] })),
    remark: optional(multiline({ max: 500 })),
  },
  scope: 'division',
  title: 'title',
  list: {
    columns: ['title', 'kind', 'model', 'unit', 'usefulLifeMonths', 'price', 'offeredFrom'],
    filters: ['kind', 'isReusable', 'offeredFrom', 'offeredUntil'],
    orders: ['title', 'offeredFrom'],
  },
})
