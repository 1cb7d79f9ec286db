import { type DocumentTree, paragraph, seal, title } from '@opendpf/documents'
import type { RowOf } from '@opendpf/kit'
import type { DocumentContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { formatChineseDate } from '@opendpf/standards'
import { activities } from '../../contract/index.js'

const { activity, session, attendance } = activities.records

/** 参加证明: who was there, at what, and on how many of its days. */
export async function certificateOfAttendance(
  row: RowOf<typeof attendance>,
  { read, county, today }: DocumentContext,
): Promise<DocumentTree> {
  const at = await read.one(session, row.session)
  const of = at && (await read.one(activity, at.activity))
  const name = row.person === null ? row.outsiderName : (await read.one(persons.records.person, row.person))?.name
  const all = of ? await read.many(session, { activity: of.id }, { limit: 1000 }) : []
  const own =
    row.person === null
      ? [row]
      : await read.many(attendance, { session: all.map(({ id }) => id), person: row.person }, { limit: 1000 })
  const days = of ? `${formatChineseDate(of.fromDay)}至${formatChineseDate(of.untilDay)}` : ''
  return {
    title: '参加证明',
    body: [
      title('参加证明'),
      paragraph(
        `兹证明${name ?? ''}于${days}参加“${of?.title ?? ''}”活动，共${all.length}场，本人参加${own.length}场。`,
      ),
      ...(of?.topic ? [paragraph(`活动主题：${of.topic}。`)] : []),
      seal({ office: `${county}残疾人联合会`, date: formatChineseDate(today, 'chinese'), note: '（盖章）' }),
    ],
  }
}
