import type { RowOf } from '@opendpf/kit'
import { covers, isScopeWithin, scopeOfDivision } from '@opendpf/kit'
import type { Draft, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { addYears } from '@opendpf/standards'
import { access, mayHold } from '../../contract/index.js'
import { roleSetsOf } from '../authenticator/role-sets.js'
import { announce } from '../changes.js'
import { canBePosting, scopeOfUser } from './scope-of-user.js'

const { user, role, grant, apiKey } = access.records
type KeyDraft = Draft<typeof apiKey>

const longestYears = 2

/** A key never reaches further than its holder: not beyond his territory, not beyond his roles; and it never administers. */
export const apiKeyHooks: RecordHooks<typeof apiKey> = {
  prepare(draft, { today }) {
    const { values, before } = draft
    if (!canBePosting(values.division)) draft.refuse('division', 'user.problem.level')
    if (before && before.holder !== values.holder) draft.refuse('holder', 'apiKey.problem.holder')
    if (before?.isRevoked && !values.isRevoked) draft.refuse('isRevoked', 'apiKey.problem.revoked')
    const isNewDate = before?.expiresOn !== values.expiresOn
    if (isNewDate && (values.expiresOn <= today || values.expiresOn > addYears(today, longestYears)))
      draft.refuse('expiresOn', 'apiKey.problem.past')
  },
  async check(drafts, context) {
    const wider = drafts.filter(
      ({ before, values }) =>
        !before ||
        before.division !== values.division ||
        JSON.stringify(before.permissions) !== JSON.stringify(values.permissions),
    )
    if (wider.length === 0) return
    const ids = [...new Set(wider.map(({ values }) => values.holder))]
    const holders = new Map((await context.read.many(user, { id: ids })).map((row) => [row.id, row]))
    const permissions = await permissionsOfHolders(ids, context)
    for (const draft of wider) {
      const holder = holders.get(draft.values.holder)
      if (holder)
        checkReach(draft, {
          holder,
          held: permissions.get(holder.id) ?? new Set(),
          known: context.registry.permissions,
        })
    }
  },
  async after(changes) {
    announce(changes.flatMap(({ before, row }) => row?.id ?? before?.id ?? []))
  },
}

function checkReach(
  draft: KeyDraft,
  {
    holder,
    held,
    known,
  }: { readonly holder: RowOf<typeof user>; readonly held: ReadonlySet<string>; readonly known: readonly string[] },
): void {
  const { division, permissions } = draft.values
  if (canBePosting(division) && !isScopeWithin(scopeOfDivision(division), scopeOfUser(holder)))
    draft.refuse('division', 'apiKey.problem.division')
  for (const pattern of permissions) {
    const covered = known.filter((permission) => covers(pattern, permission))
    if (covered.length === 0 || !covered.every((permission) => held.has(permission) && mayHold('business', permission)))
      draft.refuse('permissions', 'apiKey.problem.permissions', { pattern })
  }
}

/** What users may do, by their grants of now. */
async function permissionsOfHolders(
  ids: readonly string[],
  { read, registry }: ModuleContext,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const sets = roleSetsOf(registry)
  const roles = new Map((await read.many(role, {})).map((row) => [row.id, row]))
  const held = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]))
  for (const { holder, role: id } of await read.many(grant, { holder: ids })) {
    const row = roles.get(id)
    if (!row) continue
    const { kind, permissions, needsSecondFactor, shippedAs } = row
    for (const permission of sets.of({
      kind,
      permissions,
      needs_second_factor: needsSecondFactor,
      shipped_as: shippedAs,
    }).permissions)
      held.get(holder)?.add(permission)
  }
  return held
}
