import type { ModuleContext } from '@opendpf/kit/server'
import { putLine, withdrawLines } from '@opendpf/notices/putting'
import { persons } from '@opendpf/persons'
import { certificates } from '../../contract/index.js'
import type { CaseChange } from '../case/carry-out.js'

const subjectOf = (id: string) => ({ record: certificates.records.case, id })
const posted: ReadonlySet<string> = new Set(['notice', 'objection'])

/**
 * Has the finding of a case posted where its holder lives when its notice starts, and taken down when the case leaves the notice by another way
 * than its end: a dispute, a death.
 */
export async function postFindings(changes: readonly CaseChange[], context: ModuleContext): Promise<void> {
  for (const { before, row } of changes) {
    if (!row || before?.state === row.state) continue
    if (row.state === 'notice' && before?.state === 'assessed') await post(row, context)
    else if (posted.has(before?.state ?? '') && !posted.has(row.state))
      await withdrawLines(context, subjectOf(row.id), '办件已转入其他环节')
  }
}

async function post(row: NonNullable<CaseChange['row']>, context: ModuleContext): Promise<void> {
  const person = await context.read.one(persons.records.person, row.person)
  await putLine(context, {
    kind: `${certificates.id}.finding`,
    subject: subjectOf(row.id),
    name: row.holderName,
    birthDate: person?.birthDate ?? null,
    division: row.division ?? '',
    facts: { category: row.category ?? '', grade: row.grade ?? '' },
    place: row.noticePlace,
  })
}
