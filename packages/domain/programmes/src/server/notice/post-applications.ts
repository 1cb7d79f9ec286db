import type { ModuleContext } from '@opendpf/kit/server'
import { putLine, withdrawLines } from '@opendpf/notices/putting'
import { persons } from '@opendpf/persons'
import { programmes } from '../../contract/index.js'
import type { ApplicationChange } from '../application/follow.js'
import { needsNoNotice } from '../application/guards.js'

const { application } = programmes.records
const subjectOf = (id: string) => ({ record: application, id })
const posted: ReadonlySet<string> = new Set(['notice', 'objection'])

/** Has an application posted where its person lives when its notice starts, and taken down when it leaves the notice by another way. */
export async function postApplications(changes: readonly ApplicationChange[], context: ModuleContext): Promise<void> {
  for (const { before, row } of changes) {
    if (!row || before?.state === row.state) continue
    const wasPosted = posted.has(before?.state ?? '')
    if (row.state === 'notice' && !wasPosted) await post(row, context)
    // at the end of its notice the line is at its end already
    else if (wasPosted && !posted.has(row.state) && row.state !== 'decision')
      await withdrawLines(context, subjectOf(row.id), '申请已转入其他环节')
  }
}

async function post(row: NonNullable<ApplicationChange['row']>, context: ModuleContext): Promise<void> {
  if (await needsNoNotice(context, row)) return
  const person = await context.read.one(persons.records.person, row.person)
  await putLine(context, {
    kind: row.programme,
    subject: subjectOf(row.id),
    name: row.personName,
    birthDate: person?.birthDate ?? null,
    division: row.division ?? '',
    facts: {},
    place: row.noticePlace,
  })
}
