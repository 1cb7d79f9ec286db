import { boxes, type DocumentTree, fields, label, title, value } from '@opendpf/documents'
import type { DocumentContext } from '@opendpf/kit/server'
import { disabilityCategories } from '@opendpf/standards'
import { type Case, fileOf } from './case-file.js'

const categories = disabilityCategories.entries.map(({ code, zh }) => [code, zh.replace('残疾', '')] as const)
const forOpinion = { columns: 6, height: 24, foot: ['签字（盖章）：　　　　　　　　年　　月　　日　'] } as const

/** 残疾人证申请表: who applies, for what, on whose behalf, and room for the opinions of the village and the county. */
export async function applicationForm(row: Case, context: DocumentContext): Promise<DocumentTree> {
  const { case: said, person, guardian, address, residence, office, held } = await fileOf(row, context)
  return {
    title: '残疾人证申请表',
    body: [
      title('中华人民共和国残疾人证申请表', `受理机关：${office}`),
      fields({
        label: '申请人和申请事项',
        widths: [1.2, 1.15, 0.75, 1.15, 0.75, 0.9, 1.4],
        rows: [
          [
            label('姓　名'),
            value(said.holderName),
            label('性别'),
            value(person?.sex),
            label('民族'),
            value(person?.ethnicity),
            value('照　片\n（两寸白底）', { rows: 4, align: 'centre' }),
          ],
          [
            label('出生日期'),
            value(person?.birthDate, { columns: 2 }),
            label('婚姻状况'),
            value(person?.marital, { columns: 2 }),
          ],
          [
            label('文化程度'),
            value(person?.education, { columns: 2 }),
            label('户口性质'),
            value(person?.householdType, { columns: 2 }),
          ],
          [label('身份证号'), value(person?.idNumber, { columns: 5 })],
          [label('户籍地址'), value(address, { columns: 6 })],
          [label('现住址'), value(residence, { columns: 6 })],
          [
            label('联系电话'),
            value(person?.phone, { columns: 2 }),
            label('申请日期'),
            value(said.appliedOn, { columns: 3 }),
          ],
          [
            label('监护人'),
            value(guardian?.name),
            label('关系'),
            value(guardian?.relation),
            label('电话'),
            value(guardian?.phone, { columns: 2 }),
          ],
          [label('申请事项'), value(said.item, { columns: 2 }), label('原证号'), value(held?.number, { columns: 3 })],
          [label('申请类别'), value(boxes(categories, row.claimedCategory), { columns: 6 })],
          [label('申请事由'), value(said.reason, { columns: 6, height: 18 })],
          [
            label('申请人\n声　明'),
            value('本人（监护人）自愿申领残疾人证，所填内容和所交材料真实有效；同意为办理残疾人证处理上述个人信息。', {
              columns: 6,
              height: 24,
              foot: ['申请人（监护人）签字：　　　　　　　　年　　月　　日　'],
            }),
          ],
          [label('村（社区）\n意　见'), value('', forOpinion)],
          [label('县级残联\n受理意见'), value('', forOpinion)],
        ],
      }),
    ],
  }
}
