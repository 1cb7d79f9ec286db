import { type DocumentTree, paragraph, signatures, table, title } from '@opendpf/documents'
import type { RowOf } from '@opendpf/kit'
import type { DocumentContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { formatYuan, formatYuanCapital } from '@opendpf/standards'
import { payments } from '../../contract/index.js'

const { batch, line } = payments.records
/** So many lines are printed; whoever pays more hangs up the export. */
const mostPrinted = 3000

/** 发放表: the lines of a batch in their order, or its sums alone where they would fill a book. */
export async function paymentList(row: RowOf<typeof batch>, context: DocumentContext): Promise<DocumentTree> {
  const words = await context.words(batch, row)
  const name = `${row.title}发放表`
  return {
    title: name,
    body: [
      title(name),
      paragraph(
        `${context.county}　共 ${row.lines} 笔，应发 ${formatYuan(row.amount)} 元（${formatYuanCapital(row.amount)}）　状态：${words.state}`,
      ),
      ...(row.lines > mostPrinted
        ? [paragraph(`明细超过 ${mostPrinted} 笔，不在本表列出，以导出的发放明细为附件。`)]
        : [await linesOf(row, context)]),
      signatures(['制表：', '复核：', '审批：']),
    ],
  }
}

async function linesOf({ id }: RowOf<typeof batch>, { read, placeOf }: DocumentContext) {
  const found = await read.many(line, { batch: id, state: counting }, { limit: mostPrinted, orderBy: 'position' })
  const people = await read.many(
    persons.records.person,
    { id: [...new Set(found.map((one) => one.person))] },
    { limit: mostPrinted },
  )
  const names = new Map(people.map((person) => [person.id, person.name]))
  return table({
    label: '发放明细',
    columns: [
      { heading: '序号', width: 0.6, align: 'centre' },
      { heading: '姓名', width: 1, align: 'centre' },
      { heading: '地区', width: 2 },
      { heading: '所属月份', width: 1, align: 'centre' },
      { heading: '核定（元）', width: 1 },
      { heading: '扣回（元）', width: 1 },
      { heading: '实发（元）', width: 1 },
      { heading: '户名', width: 1, align: 'centre' },
      { heading: '账号', width: 1.6, align: 'centre' },
    ],
    rows: found.map((one) => [
      String(one.position),
      names.get(one.person) ?? '',
      placeOf(one.division),
      one.month,
      formatYuan(one.amount),
      one.deduction === 0 ? '' : formatYuan(one.deduction),
      formatYuan(one.net),
      one.holderName ?? '',
      one.accountNumber ?? '',
    ]),
  })
}

/** Lines that were taken out before the approval are nobody's. */
const counting = ['pending', 'paid', 'returned', 'replaced'] as const
