import { a4, type DocumentTree, fields, label, paragraph, seal, signatures, title, value } from '@opendpf/documents'
import type { DocumentContext } from '@opendpf/kit/server'
import { formatChineseDate } from '@opendpf/standards'
import { type Case, fileOf } from './case-file.js'

/** What an applicant brought, by the field that says so. */
const papers = [
  ['hasIdCard', '居民身份证'],
  ['hasHouseholdBook', '居民户口簿'],
  ['hasPhotos', '近期两寸白底彩色照片'],
  ['hasGuardianProof', '监护关系证明'],
  ['hasOldCertificate', '原残疾人证（已收回）'],
] as const

/** 受理回执: what was accepted, from whom, and what comes next. The ID number is masked: a receipt is carried about. */
export async function receipt(row: Case, context: DocumentContext): Promise<DocumentTree> {
  const { case: said, person, address, office, sealedOn } = await fileOf(row, context)
  const taken = papers.filter(([field]) => row[field] === true).map(([, words]) => words)
  return {
    title: '受理回执',
    paper: a4,
    body: [
      title('残疾人证办理受理回执'),
      fields({
        label: '受理情况',
        widths: [1.1, 1.6, 1.1, 1.6],
        rows: [
          [label('申请人'), value(said.holderName), label('身份证号'), value(person?.idNumber)],
          [label('办理事项'), value(said.item), label('申请日期'), value(said.appliedOn)],
          [label('受理渠道'), value(said.channel), label('提出人'), value(said.applicant)],
          [label('户籍地址'), value(address, { columns: 3 })],
          [label('已收材料'), value(taken.length === 0 ? '无' : taken.join('；'), { columns: 3 })],
        ],
      }),
      paragraph(
        `您提出的残疾人证${said.item}申请，经核对申请人身份和申请材料，本会予以受理。请保持电话畅通，需要残疾评定的，本会将告知评定机构和时间。`,
      ),
      paragraph('办理残疾人证不收取费用。查询办理进度时请出示本回执。'),
      seal({ office, date: sealedOn, note: '（受理专用章）' }),
      signatures(['受理人：', '领取人：'], ['联系电话：', `领取日期：`]),
      paragraph(`打印日期：${formatChineseDate(context.today)}`, { isIndented: false, align: 'end' }),
    ],
  }
}
