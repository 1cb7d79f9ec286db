import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { putLine, withdrawLines } from '@opendpf/notices/putting'
import { parseResidentId } from '@opendpf/standards'
import { certificates } from '../../contract/index.js'
import { conclusionOf } from '../case/conclusion.js'

const { referral } = certificates.records
type Referral = RowOf<typeof referral>
const posted: ReadonlySet<string> = new Set(['posted', 'objected'])
const subjectOf = (id: string) => ({ record: referral, id })

/**
 * Has the finding of an application for another county posted where the applicant lives, and taken down when the application leaves the notice
 * by another way than its end.
 */
export async function postReferredFindings(
  changes: readonly { readonly before: Referral | undefined; readonly row: Referral | undefined }[],
  context: ModuleContext,
): Promise<void> {
  for (const { before, row } of changes) {
    if (!row || before?.state === row.state) continue
    if (row.state === 'posted' && before?.state === 'assessed') await post(row, context)
    else if (posted.has(before?.state ?? '') && !posted.has(row.state))
      await withdrawLines(context, subjectOf(row.id), '收件已转入其他环节')
  }
}

async function post(row: Referral, context: ModuleContext): Promise<void> {
  const read = parseResidentId(row.idNumber, { today: context.today })
  const { category = '', grade = '' } = conclusionOf(row.components ?? [])
  await putLine(context, {
    kind: `${certificates.id}.referredFinding`,
    subject: subjectOf(row.id),
    name: row.applicantName,
    birthDate: read.ok ? read.value.birthDate : null,
    division: row.division ?? '',
    facts: { category, grade },
    place: row.noticePlace,
  })
}
