import type { AuditDraft, Session } from '@opendpf/database'
import type { PlacedRecord, Transition } from '@opendpf/kit'
import type { Pending } from './draft.js'

/** Who took which step on a row last: the actor's id by the step's verb. */
type Takers = ReadonlyMap<string, string>

/**
 * Who took those steps last that other steps are kept apart from, by row: from the audit log, and from what this transaction has done
 * itself. One query for all rows.
 */
export async function lastTakers(
  record: PlacedRecord,
  steps: readonly { readonly item: Pending; readonly step: Transition }[],
  { session, done }: { readonly session: Session; readonly done: () => readonly AuditDraft[] },
): Promise<ReadonlyMap<string, Takers>> {
  const kept = steps.filter(({ step }) => step.notBy !== undefined)
  if (kept.length === 0) return new Map()
  const verbs = [...new Set(kept.flatMap(({ step }) => step.notBy ?? []))]
  const ids = kept.map(({ item }) => item.id)
  const entries = await session.query<{ record_id: string; action: string; actor: string }>({
    name: 'last-takers',
    text: 'select distinct on (record_id, action) record_id, action, actor from audit_entry where record = $1 and record_id = any($2::text[]) and action = any($3::text[]) order by record_id, action, version desc',
    values: [record.ref, ids, verbs],
  })
  const takers = new Map<string, Map<string, string>>()
  const note = (id: string, verb: string, actor: string): void =>
    void takers.set(id, (takers.get(id) ?? new Map()).set(verb, actor))
  for (const { record_id, action, actor } of entries) note(record_id, action, actor)
  const wanted = new Set(ids)
  for (const entry of done())
    if (entry.record === record.ref && wanted.has(entry.recordId) && verbs.includes(entry.action))
      note(entry.recordId, entry.action, entry.actor)
  return takers
}
