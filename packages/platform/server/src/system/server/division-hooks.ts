import type { RecordHooks } from '@opendpf/kit/server'
import { parentOf, parseDivision } from '@opendpf/standards'
import type { system } from '../contract/index.js'

/** A division's level and parent are what its code says; one code is in use once. */
export const divisionHooks: RecordHooks<(typeof system)['records']['division']> = {
  prepare(draft) {
    const parsed = parseDivision(draft.values.code)
    if (!parsed.ok) {
      draft.refuse('code', 'division.problem.code')
      return
    }
    if (parsed.value.level !== draft.values.level) draft.refuse('level', 'division.problem.level')
    const expected = parentOf(draft.values.code) ?? null
    if (draft.values.parent === null) draft.values.parent = expected
    else if (draft.values.parent !== expected)
      draft.refuse('parent', 'division.problem.parent', { expected: expected ?? '—' })
  },
  async check(drafts, { db }) {
    const fresh = drafts.filter(({ before, values }) => before?.code !== values.code)
    if (fresh.length === 0) return
    const rows = await db
      .selectFrom('system_division')
      .select('code')
      .where(
        'code',
        'in',
        fresh.map(({ values }) => values.code),
      )
      .execute()
    const taken = new Set(rows.map(({ code }) => code as string))
    for (const draft of fresh) {
      if (taken.has(draft.values.code)) draft.refuse('code', 'division.problem.taken')
      taken.add(draft.values.code)
    }
  },
}
