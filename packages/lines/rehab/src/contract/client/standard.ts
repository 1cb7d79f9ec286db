import { code, date, defineRecord, division, money, multiline, optional, text, whole } from '@opendpf/kit'
import { serviceItems } from '../shared/service-items.js'

/** What a county or a town promises of an item of the catalogue, from a day on: what it covers, how often and up to what sum. */
export const standard = defineRecord({
  fields: {
    division: division(),
    item: code(serviceItems, { headings: ['服务项目'] }),
    since: date({ headings: ['执行日期'] }),
    content: multiline({ headings: ['服务内容及标准'] }),
    timesAYear: optional(whole({ min: 1, max: 366, headings: ['每年次数'] })),
    /** The most that the federation pays for a person in a year, in fen. */
    ceiling: optional(money({ min: 1, headings: ['补助标准'] })),
    document: text({ max: 200, headings: ['文件依据'] }),
  },
  scope: 'division',
  title: 'item',
  list: {
    columns: ['item', 'division', 'since', 'timesAYear', 'ceiling', 'document'],
    filters: ['item', 'since'],
    orders: ['since'],
    direction: 'descending',
  },
})
