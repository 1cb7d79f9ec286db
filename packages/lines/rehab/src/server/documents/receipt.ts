import { type DocumentTree, fields, label, paragraph, seal, signatures, title, value } from '@opendpf/documents'
import type { RowOf } from '@opendpf/kit'
import type { DocumentContext } from '@opendpf/kit/server'
import { formatChineseDate, formatYuan } from '@opendpf/standards'
import { rehab } from '../../contract/index.js'

const { device, stock, fitting } = rehab.records

/** A sum in words of a paper; one that is not known is left for a pen. */
const inYuan = (fen: number | null): string => (fen === null ? '' : `${formatYuan(fen)}元`)

/** 辅助器具发放单 */
export async function receipt(row: RowOf<typeof fitting>, context: DocumentContext): Promise<DocumentTree> {
  const { read, words, county, placeOf } = context
  const [said, of, from] = await Promise.all([
    words(fitting, row),
    read.one(device, row.device),
    row.stock === null ? undefined : read.one(stock, row.stock),
  ])
  const [kind, store] = await Promise.all([of && words(device, of), from && words(stock, from)])
  const isLoan = row.manner === 'loan'
  return {
    title: '辅助器具发放单',
    body: [
      title(isLoan ? '辅助器具借用单' : '辅助器具发放单'),
      fields({
        label: '发放情况',
        widths: [1, 1.6, 1, 1.6],
        rows: [
          [label('姓名'), value(said.clientName), label('所在村（社区）'), value(placeOf(row.division))],
          [label('辅具名称'), value(of?.title), label('种类'), value(kind?.kind)],
          [label('型号'), value(of?.model), label('数量'), value(`${row.quantity}${of?.unit ?? ''}`)],
          [label('项目'), value(said.project), label('出库仓库'), value(store?.store)],
          [label('发放日期'), value(said.issuedOn), label('应归还日期'), value(isLoan ? said.dueBackOn : '—')],
          [label('总费用'), value(inYuan(row.cost)), label('个人负担'), value(inYuan(row.selfPaid))],
        ],
      }),
      paragraph(
        isLoan
          ? '借用的辅助器具请爱护使用，到期归还；不再需要的，请随时归还。'
          : `使用年限内不重复发放同种辅助器具。本件使用年限为${of?.usefulLifeMonths ?? ''}个月；损坏的，请及时报修。`,
      ),
      signatures(['领取人：', '经办人：'], ['联系电话：', '日期：']),
      seal({ office: `${county}残疾人联合会`, date: formatChineseDate(context.today, 'chinese'), note: '（盖章）' }),
    ],
  }
}
