import { type DocumentTree, paragraph, seal, table, title } from '@opendpf/documents'
import type { RowOf } from '@opendpf/kit'
import type { DocumentContext } from '@opendpf/kit/server'
import { formatChineseDate } from '@opendpf/standards'
import { noticeKindsOf, notices } from '../contract/index.js'

const { notice, line } = notices.records

/** 公示名单: who is posted, in masked names, until when, and how to object. It breaks across pages with its headings. */
export async function postedList(row: RowOf<typeof notice>, context: DocumentContext): Promise<DocumentTree> {
  const lines = (await context.read.many(line, { notice: row.id })).filter(
    ({ state }) => state !== 'withdrawn' && state !== 'stopped',
  )
  const basis = noticeKindsOf(context.registry).get(row.kind)?.basis
  const day = row.fromDay ?? context.today
  return {
    title: row.title,
    body: [
      title(row.title),
      paragraph(
        `${basis === undefined ? '' : `依据${basis}，`}现将下列人员的有关情况予以公示，接受社会监督。${periodOf(row)}`,
      ),
      table({
        label: row.title,
        columns: [
          { heading: '序号', width: 0.6, align: 'centre' },
          { heading: '姓名', width: 1.2, align: 'centre' },
          { heading: '村（社区）', width: 2, align: 'centre' },
          { heading: '公示内容', width: 2.4, align: 'centre' },
        ],
        rows: lines.map(({ maskedName, village, told }, index) => [String(index + 1), maskedName, village, told]),
      }),
      paragraph(`公示地点：${row.place}。对公示内容有异议的，请在公示期内向本会提出，并说明理由。${contactOf(row)}`),
      seal({
        office: `${context.county}残疾人联合会`,
        date: formatChineseDate(day, 'chinese'),
        note: '（盖章）',
      }),
    ],
  }
}

function periodOf({ workingDays, fromDay, lastDay }: RowOf<typeof notice>): string {
  const length = `公示期${workingDays}个工作日`
  if (fromDay === null || lastDay === null) return `${length}，自公布次日起算。`
  return `${length}，自${formatChineseDate(fromDay)}起至${formatChineseDate(lastDay)}止。`
}

function contactOf({ objectionPhone, objectionAddress }: RowOf<typeof notice>): string {
  const address = objectionAddress === null ? '' : `；地址：${objectionAddress}`
  return `联系电话：${objectionPhone}${address}。`
}
