import type { PlacedRecord, RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { isMinor, maskName } from '@opendpf/standards'
import { type NoticeKind, noticeKindsOf, notices } from '../contract/index.js'
import { lockDrafts } from './lock-drafts.js'

const { notice, line } = notices.records
type Context = Pick<ModuleContext, 'read' | 'write' | 'registry' | 'today' | 'db'>
type Notice = RowOf<typeof notice>
type Line = RowOf<typeof line>

/** What a module wants to have posted. */
export interface NewLine {
  /** `<module>.<name>` of a declared kind. */
  readonly kind: string
  /** What the line is about: a row of the module. */
  readonly subject: { readonly record: Pick<PlacedRecord, 'ref'>; readonly id: string }
  /** The whole name; it is masked here and not kept. */
  readonly name: string
  /** Null where it is not known: such a person counts as a minor. */
  readonly birthDate: string | null
  /** 12 digits: where the person lives, and where the notice hangs. */
  readonly division: string
  /** Codes by the names of the kind's facts. */
  readonly facts: Readonly<Record<string, string>>
  /** Where it hangs, in words, if that is known already. */
  readonly place?: string | null
}

/**
 * Puts a line into the notice of its kind and division that is not published yet, and makes that notice where there is none. It works on the
 * transaction of whoever calls it: a hook, a step, a job.
 *
 * @throws Error for a kind that no module declares, and for a minor of a kind that leaves minors out: whoever calls has to look before
 */
export async function putLine(context: Context, wanted: NewLine): Promise<Line> {
  const { write, registry, today } = context
  const kind = noticeKindsOf(registry).get(wanted.kind)
  if (!kind) throw new Error(`no module declares notices of the kind "${wanted.kind}"`)
  if (kind.leavesOutMinors && (wanted.birthDate === null || isMinor(wanted.birthDate, today)))
    throw new Error(`notices of the kind "${wanted.kind}" leave minors out`)
  await lockDrafts(context.db, [wanted])
  const names = await namesOf(wanted.division, context)
  const { id } = (await findDraft(context, wanted)) ?? (await makeDraft(context, wanted, { kind, names }))
  return write.create(line, {
    notice: id,
    subjectRecord: wanted.subject.record.ref,
    subject: wanted.subject.id,
    maskedName: maskName(wanted.name),
    village: names.join(''),
    facts: wanted.facts,
    restarts: 0,
  })
}

async function findDraft({ read }: Context, { kind, division }: NewLine): Promise<Notice | undefined> {
  const [draft] = await read.many(notice, { kind, division, state: 'draft' }, { limit: 1 })
  return draft
}

/** What is the same each time in one village is taken from the notice before. */
async function makeDraft(
  { read, write }: Context,
  { kind: name, division, place = null }: NewLine,
  { kind, names }: { readonly kind: NoticeKind; readonly names: readonly string[] },
): Promise<Notice> {
  const last = (await read.many(notice, { kind: name, division })).at(-1)
  return write.create(notice, {
    title: `${names.at(-1) ?? ''}${kind.title['zh-CN']}`,
    kind: name,
    division,
    place: place ?? last?.place ?? null,
    workingDays: kind.workingDays,
    objectionPhone: last?.objectionPhone ?? null,
    objectionAddress: last?.objectionAddress ?? null,
  })
}

/** What a village and its town are called, the town first. */
async function namesOf(division: string, { read, registry }: Context): Promise<readonly string[]> {
  const codes = [`${division.slice(0, 9)}000`, division]
  const rows = (await read.many(registry.record('system.division'), { code: codes } as object)) as readonly Readonly<
    Record<string, unknown>
  >[]
  return [...new Set(codes)].flatMap((code) => {
    const name = rows.find((row) => row.code === code)?.name
    return typeof name === 'string' ? [name] : []
  })
}
