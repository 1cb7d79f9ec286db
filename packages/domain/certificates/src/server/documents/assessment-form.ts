import { boxes, type DocumentTree, fields, label, title, value } from '@opendpf/documents'
import type { DocumentContext } from '@opendpf/kit/server'
import { disabilityCategories, disabilityGrades } from '@opendpf/standards'
import { type Case, fileOf } from './case-file.js'

const categories = disabilityCategories.entries.map(({ code, zh }) => [code, zh.replace('残疾', '')] as const)
const grades = disabilityGrades.entries.map(({ code, zh }) => [code, zh] as const)
const yesOrNo = [
  ['yes', '是'],
  ['no', '否'],
] as const

/** 残疾评定表: what the institution found. Before the assessment it is empty but for the applicant, and is taken along. */
export async function assessmentForm(row: Case, context: DocumentContext): Promise<DocumentTree> {
  const { case: said, person, address, office } = await fileOf(row, context)
  const isAtHome = row.isHomeVisit === null ? null : row.isHomeVisit ? 'yes' : 'no'
  return {
    title: '残疾评定表',
    body: [
      title('中华人民共和国残疾评定表', `委托机关：${office}`),
      fields({
        label: '残疾评定',
        widths: [1.25, 1.4, 0.8, 0.8, 1.1, 1.55],
        rows: [
          [
            label('姓　名'),
            value(said.holderName),
            label('性别'),
            value(person?.sex),
            label('出生日期'),
            value(person?.birthDate),
          ],
          [label('身份证号'), value(person?.idNumber, { columns: 3 }), label('联系电话'), value(person?.phone)],
          [label('户籍地址'), value(address, { columns: 5 })],
          [label('评定机构'), value(said.institution, { columns: 3 }), label('评定日期'), value(said.assessedOn)],
          [label('评定医师'), value(said.doctors, { columns: 3 }), label('上门评定'), value(boxes(yesOrNo, isAtHome))],
          [label('致残原因'), value(said.cause, { columns: 3 }), label('致残时间'), value(said.onsetDate)],
          [label('检查所见'), value(said.findings, { columns: 5, height: 46 })],
          [label('评定标准\n条　款'), value(said.criterion, { columns: 5, height: 14 })],
          [label('残疾类别'), value(boxes(categories, row.category), { columns: 5 })],
          [label('残疾等级'), value(boxes(grades, row.grade), { columns: 5 })],
          [label('各项残疾'), value(said.components, { columns: 5 })],
          [
            label('评定结论'),
            value('', {
              columns: 5,
              height: 30,
              foot: ['评定医师签字：　　　　　　　　　　　　', '评定机构（盖章）：　　　　　　年　　月　　日　'],
            }),
          ],
          [
            label('县级残联\n审核意见'),
            value(said.reviewNote, {
              columns: 5,
              height: 26,
              foot: ['审核人：　　　　（盖章）　　　　年　　月　　日　'],
            }),
          ],
        ],
      }),
    ],
  }
}
