import { type DocumentTree, paragraph, seal, signatures, strong, title } from '@opendpf/documents'
import type { DocumentContext } from '@opendpf/kit/server'
import { type Case, fileOf } from './case-file.js'

/** How long an application waits for what is missing, as the workflow counts it; see its clock `correction`. */
const correctionDays = 30

/** 一次性补正告知书: everything that is missing, at once and in writing, and until when it can be brought. */
export async function correctionNotice(row: Case, context: DocumentContext): Promise<DocumentTree> {
  const { case: said, office, sealedOn } = await fileOf(row, context)
  return {
    title: '一次性补正告知书',
    size: 14,
    body: [
      title('一次性补正告知书'),
      paragraph([strong(said.holderName), '：'], { isIndented: false }),
      paragraph(
        `您于${said.appliedOn}提出的残疾人证${said.item}申请收悉。经核对，申请材料不齐全或者不符合要求，现一次性告知需要补正的全部内容：`,
      ),
      ...said.correctionNote.split('\n').map((line) => paragraph(line)),
      paragraph(
        `请自收到本告知书之日起${correctionDays}日内补正。逾期未补正的，视为撤回申请；材料齐全后可以重新申请。办理残疾人证不收取费用。`,
      ),
      seal({ office, date: sealedOn, note: '（盖章）' }),
      signatures(['经办人：', '联系电话：'], ['申请人（监护人）签收：', '签收日期：']),
    ],
  }
}
