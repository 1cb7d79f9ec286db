import { data, date, declarationName, defineRecord, division, multiline, optional, text } from '@opendpf/kit'
import * as z from 'zod'
import { figuresId } from '../indicator.js'

/** A number as figures keep it. */
export const figureNumber = z.number().min(-1e15).max(1e15)

/**
 * A figure that others tell: how many draw an allowance of another department, how many hospitals of the second class there are. It says
 * where it is from; of what there is on a day, both dates are that day.
 */
export const externalFigure = defineRecord({
  fields: {
    indicator: declarationName(figuresId, { headings: ['指标'] }),
    division: division({ headings: ['区划', '区划代码'] }),
    fromDay: date({ headings: ['开始日期'] }),
    toDay: date({ headings: ['截止日期'] }),
    value: data(figureNumber, { headings: ['数值'] }),
    source: text({ max: 200, headings: ['数据来源', '来源'] }),
    toldOn: date({ headings: ['来源日期', '提供日期'] }),
    remark: optional(multiline({ max: 500, headings: ['备注'] })),
  },
  scope: 'division',
  title: 'source',
  list: {
    columns: ['indicator', 'division', 'fromDay', 'toDay', 'value', 'source', 'toldOn'],
    filters: ['indicator', 'fromDay', 'toDay'],
    orders: ['toDay'],
    direction: 'descending',
  },
})
