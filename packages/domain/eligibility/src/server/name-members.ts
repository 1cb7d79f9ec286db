import { fieldMeta } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'

/** Members of a list with their names, as the read path lets the caller see them; a name that may be read by few is masked. */
export async function nameMembers<Member extends { readonly id: string }>(
  { registry, read }: Pick<ModuleContext, 'registry' | 'read'>,
  of: string,
  members: readonly Member[],
): Promise<readonly (Member & { readonly title: string })[]> {
  const record = registry.record(of)
  const rows = await read.many(record, { id: members.map(({ id }) => id) } as object)
  const { privacy, isOpen } = fieldMeta(record, record.title)
  const isMasked = (privacy === 'S3' || privacy === 'S4') && isOpen !== true
  const titles = new Map(rows.map((row) => [row.id, String((row as Readonly<Record<string, unknown>>)[record.title])]))
  return members.map((member) => ({ ...member, title: isMasked ? '***' : (titles.get(member.id) ?? '—') }))
}
