import type { PaidColumns, ResultColumns } from '../records/file-template.js'

/** A layout that comes with the platform: what banks mostly ask for. A county gets both as rows of its own, to make its own of them. */
export interface ShippedTemplate {
  readonly title: string
  readonly form: 'text' | 'workbook'
  readonly separator: string | null
  readonly encoding: 'utf-8' | 'gb18030'
  readonly hasHeadings: boolean
  readonly header: string | null
  readonly footer: string | null
  readonly paidColumns: PaidColumns
  readonly headLines: number
  readonly tailLines: number
  readonly resultColumns: ResultColumns
  readonly paidCodes: string
  readonly isDefault: boolean
}

/** Text with carets between, in the encoding of bank hosts, with a line of totals above; and a workbook with headings. */
export const shippedTemplates: readonly ShippedTemplate[] = [
  {
    title: '文本文件（^ 分隔）',
    form: 'text',
    separator: '^',
    encoding: 'gb18030',
    hasHeadings: false,
    header: '{{count}}^{{amountYuan}}',
    footer: null,
    paidColumns: [
      { value: 'position', heading: '序号' },
      { value: 'accountNumber', heading: '账号' },
      { value: 'holderName', heading: '户名' },
      { value: 'amountYuan', heading: '金额' },
      { value: 'reason', heading: '摘要' },
    ],
    headLines: 1,
    tailLines: 0,
    resultColumns: [
      { value: 'position', heading: '序号' },
      { value: 'accountNumber', heading: '账号' },
      { value: 'nothing', heading: '户名' },
      { value: 'amountYuan', heading: '金额' },
      { value: 'result', heading: '结果' },
      { value: 'returnCode', heading: '代码' },
      { value: 'returnText', heading: '原因' },
    ],
    paidCodes: '成功,0000,S',
    isDefault: true,
  },
  {
    title: 'Excel 工作簿',
    form: 'workbook',
    separator: null,
    encoding: 'utf-8',
    hasHeadings: true,
    header: null,
    footer: null,
    paidColumns: [
      { value: 'position', heading: '序号' },
      { value: 'holderName', heading: '户名' },
      { value: 'accountNumber', heading: '账号' },
      { value: 'bank', heading: '开户行' },
      { value: 'amountYuan', heading: '金额（元）' },
      { value: 'month', heading: '月份' },
      { value: 'reason', heading: '备注' },
    ],
    headLines: 1,
    tailLines: 0,
    resultColumns: [
      { value: 'position', heading: '序号' },
      { value: 'nothing', heading: '户名' },
      { value: 'accountNumber', heading: '账号' },
      { value: 'amountYuan', heading: '金额（元）' },
      { value: 'result', heading: '处理结果' },
      { value: 'returnText', heading: '失败原因' },
    ],
    paidCodes: '成功,已入账',
    isDefault: false,
  },
]
