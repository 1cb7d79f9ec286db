import { type DocumentTree, fields, frame, label, type Paper, pageBreak, seal, space, value } from '@opendpf/documents'
import type { DocumentContext } from '@opendpf/kit/server'
import { disabilityCategories, disabilityGrades, formatChineseDate } from '@opendpf/standards'
import { lastDayOf } from '../certificate/validity.js'
import { type Case, fileOf } from './case-file.js'

/** A page of the cover's inside, in millimetres. The Measures give no size: a county whose stock differs cuts along the frame. */
const insert: Paper = { width: 105, height: 148, margin: { top: 9, bottom: 8, inside: 8, outside: 8 } }

/** 证芯: the two pages of a certificate on paper, with the number that the national system gave. */
export async function insertPages(row: Case, context: DocumentContext): Promise<DocumentTree> {
  const { case: said, person, guardian, held, address, office } = await fileOf(row, context)
  const category = row.category ?? held?.category ?? null
  const grade = row.grade ?? held?.grade ?? null
  // a certificate that is made again as it was keeps its last day; any other starts a term
  const isAgain = row.item === 'reissue-lost' || row.item === 'exchange-damaged'
  const validTo = isAgain && held?.validTo ? held.validTo : row.issueDate === null ? '' : lastDayOf(row.issueDate)
  return {
    title: '残疾人证证芯',
    paper: insert,
    size: 10,
    hasPageNumbers: false,
    body: [
      frame({ text: '照片', width: 33, height: 43, align: 'centre' }),
      space(3),
      fields({
        label: '持证人',
        widths: [1, 2.6],
        rows: [
          [label('姓名'), value(said.holderName)],
          [label('性别'), value(person?.sex)],
          [label('民族'), value(person?.ethnicity)],
          [label('出生日期'), value(person?.birthDate)],
          [label('残疾类别'), value(category === null ? '' : disabilityCategories.find(category)?.zh)],
          [label('残疾等级'), value(grade === null ? '' : disabilityGrades.find(grade)?.zh)],
          [label('残疾人证号'), value(said.number)],
        ],
      }),
      pageBreak,
      fields({
        label: '住址、监护人和发证',
        widths: [1, 2.6],
        rows: [
          [label('家庭住址'), value(address)],
          [label('监护人'), value(guardian?.name)],
          [label('联系电话'), value(guardian?.phone || person?.phone)],
          [label('签发日期'), value(said.issueDate)],
          [label('有效期至'), value(validTo === '' ? '' : formatChineseDate(validTo))],
        ],
      }),
      seal({
        office,
        date: row.issueDate === null ? '' : formatChineseDate(row.issueDate, 'chinese'),
        note: '（盖章）',
      }),
    ],
  }
}
