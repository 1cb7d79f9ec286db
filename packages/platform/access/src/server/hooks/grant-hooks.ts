import type { RowOf } from '@opendpf/kit'
import { isScopeWithin } from '@opendpf/kit'
import type { Draft, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { access, type RoleKind } from '../../contract/index.js'
import { announce } from '../changes.js'
import type { AccessKysely } from '../tables.js'
import { scopeOfUser } from './scope-of-user.js'

const { user, role, grant } = access.records
type GrantDraft = Draft<typeof grant>

/** What a user holds so far. */
interface Held {
  readonly roles: Set<string>
  readonly kinds: Set<RoleKind>
}

/**
 * Nobody gives roles to himself or to somebody with a larger territory, and nobody holds roles of two kinds: system, security and
 * audit administration and business stay apart (三员分立).
 */
export const grantHooks: RecordHooks<typeof grant> = {
  async check(drafts, context) {
    const holders = await loadHolders(drafts, context)
    const kinds = new Map((await context.read.many(role, {})).map(({ id, kind }) => [id, kind]))
    const held = await loadHeld([...holders.keys()], kinds, context)
    for (const draft of drafts) checkGrant(draft, { actor: context.actor, holders, kinds, held })
  },
  async after(changes) {
    announce(changes.flatMap(({ before, row }) => [row?.holder, before?.holder]).filter((id) => id !== undefined))
  },
}

/** Locks the users, so that two grants at the same moment see each other. */
async function loadHolders(
  drafts: readonly GrantDraft[],
  { db, read }: ModuleContext,
): Promise<ReadonlyMap<string, RowOf<typeof user>>> {
  const ids = [...new Set(drafts.map(({ values }) => values.holder))].sort()
  if (ids.length === 0) return new Map()
  await (db as AccessKysely)
    .selectFrom('access_user')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map((await read.many(user, { id: ids })).map((row) => [row.id, row]))
}

async function loadHeld(
  ids: readonly string[],
  kinds: ReadonlyMap<string, RoleKind>,
  { read }: ModuleContext,
): Promise<Map<string, Held>> {
  const held = new Map<string, Held>(ids.map((id) => [id, { roles: new Set(), kinds: new Set() }]))
  for (const { holder, role: id } of ids.length === 0 ? [] : await read.many(grant, { holder: ids }))
    add(held.get(holder), id, kinds.get(id))
  return held
}

function add(held: Held | undefined, id: string, kind: RoleKind | undefined): void {
  held?.roles.add(id)
  if (kind) held?.kinds.add(kind)
}

function checkGrant(
  draft: GrantDraft,
  facts: {
    readonly actor: ModuleContext['actor']
    readonly holders: ReadonlyMap<string, RowOf<typeof user>>
    readonly kinds: ReadonlyMap<string, RoleKind>
    readonly held: ReadonlyMap<string, Held>
  },
): void {
  const { holder: id, role: roleId } = draft.values
  const holder = facts.holders.get(id)
  const kind = facts.kinds.get(roleId)
  const held = facts.held.get(id)
  // the write path has refused references to what the actor cannot see
  if (!holder || !kind || !held) return
  if (id === facts.actor.id) draft.refuse('holder', 'grant.problem.self')
  else if (!isScopeWithin(scopeOfUser(holder), facts.actor.scope)) draft.refuse('holder', 'grant.problem.everywhere')
  else if (held.roles.has(roleId)) draft.refuse('role', 'grant.problem.already')
  else if (held.kinds.size > 0 && !held.kinds.has(kind)) draft.refuse('role', 'grant.problem.separation')
  else add(held, roleId, kind)
}
