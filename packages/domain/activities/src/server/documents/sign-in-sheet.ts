import { type DocumentTree, paragraph, table, title } from '@opendpf/documents'
import type { RowOf } from '@opendpf/kit'
import type { DocumentContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { formatChineseDate } from '@opendpf/standards'
import { activities } from '../../contract/index.js'

const { activity, session, registration } = activities.records
/** Empty lines for people who come without having asked. */
const spare = 15

/** 签到表: who has a place, in order, with room to sign. */
export async function signInSheet(row: RowOf<typeof session>, context: DocumentContext): Promise<DocumentTree> {
  const { read, words } = context
  const of = await read.one(activity, row.activity)
  const admitted = (
    await read.many(registration, { activity: row.activity, state: 'admitted' }, { limit: 5000 })
  ).toSorted((one, other) => one.position - other.position)
  const names = new Map(
    (
      await read.many(
        persons.records.person,
        { id: admitted.flatMap(({ person }) => (person === null ? [] : [person])) },
        { limit: 5000 },
      )
    ).map(({ id, name }) => [id, name]),
  )
  const rows = await Promise.all(
    admitted.map(async (one, index) => [
      String(index + 1),
      one.person === null ? (one.outsiderName ?? '') : (names.get(one.person) ?? ''),
      (await words(registration, one)).part,
      '',
      '',
    ]),
  )
  const empty = Array.from({ length: spare }, (_, index) => [String(rows.length + index + 1), '', '', '', ''])
  const name = of?.title ?? ''
  const at = [row.startsAt, row.endsAt].filter((time) => time !== null).join('—')
  return {
    title: `${name}签到表`,
    body: [
      title(`${name}签到表`),
      paragraph(
        [`日期：${formatChineseDate(row.heldOn)}`, at && `时间：${at}`, `地点：${row.place ?? of?.place ?? ''}`]
          .filter((part) => part !== '')
          .join('　'),
      ),
      table({
        label: '签到表',
        columns: [
          { heading: '序号', width: 0.6, align: 'centre' },
          { heading: '姓名', width: 1.4, align: 'centre' },
          { heading: '身份', width: 1, align: 'centre' },
          { heading: '联系电话', width: 1.6, align: 'centre' },
          { heading: '签名', width: 1.8, align: 'centre' },
        ],
        rows: [...rows, ...empty],
      }),
    ],
  }
}
