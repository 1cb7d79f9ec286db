import {
  type Block,
  type DocumentTree,
  letterhead,
  letterPaper,
  paragraph,
  seal,
  signatures,
  strong,
  title,
} from '@opendpf/documents'
import type { DocumentContext } from '@opendpf/kit/server'
import { type Case, type CaseFile, fileOf } from './case-file.js'

/** 不予办理告知书: the reason in writing, and what the applicant can do about it (办法 第 9、25 条). */
export async function refusalLetter(row: Case, context: DocumentContext): Promise<DocumentTree> {
  const file = await fileOf(row, context)
  const { case: said, office, sealedOn } = file
  return {
    title: '不予办理告知书',
    paper: letterPaper,
    size: 16,
    body: [
      letterhead({ office }),
      title('残疾人证不予办理告知书'),
      paragraph([strong(said.holderName), '：'], { isIndented: false }),
      paragraph(
        `您于${said.appliedOn}提出的残疾人证${said.item}申请，本会已依照《中华人民共和国残疾人证管理办法》办理。`,
      ),
      ...reasonsOf(file),
      ...remediesOf(row),
      seal({ office, date: sealedOn, note: '（盖章）' }),
      signatures(['申请人（监护人）签收：', '签收日期：']),
    ],
  }
}

/** A finding has no reason from the list: not to meet the standard is one. */
function reasonsOf({ row, case: said }: CaseFile): readonly Block[] {
  const reason =
    row.refusalReason === null
      ? '经指定评定机构评定，不符合《残疾人残疾分类和分级》（GB/T 26341）的残疾标准'
      : said.refusalReason
  const note = said.refusalNote === '' ? [] : said.refusalNote.split('\n').map((line) => paragraph(line))
  return [paragraph(`决定：不予办理。原因：${reason}。`), ...note]
}

function remediesOf({ provinceConclusion, state, refusalReason }: Case): readonly Block[] {
  if (provinceConclusion !== null)
    return [
      paragraph('本评定结论由省级残疾评定专家委员会作出，为最终结论（《中华人民共和国残疾人证管理办法》第二十五条）。'),
    ]
  const isFinding = state === 'not-eligible' || refusalReason === null || refusalReason === 'not-eligible'
  if (!isFinding) return [paragraph('消除上述原因后，可以重新提出申请；对本告知书有疑问的，可以持本告知书到本会询问。')]
  return [
    paragraph(
      '对残疾评定结论有异议的，可以自收到本告知书之日起十个工作日内，向设区的市残疾人联合会提出，经其同意后重新评定；对重新评定的结论仍有异议的，可以向省残疾人联合会提出，由省级残疾评定专家委员会作出最终结论（《中华人民共和国残疾人证管理办法》第二十五条）。',
    ),
  ]
}
