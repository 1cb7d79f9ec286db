import { OpenDpfError } from '@opendpf/errors'
import type { RecordHooks } from '@opendpf/kit/server'
import { access, forcesSecondFactor, permissionsOf, UnknownPatternError } from '../../contract/index.js'
import { announce } from '../changes.js'

const { role } = access.records

/** Roles hold in the whole deployment, so that only who is responsible for all of it may change one; shipped ones nobody may. */
export const roleHooks: RecordHooks<typeof role> = {
  prepare(draft, { actor, registry }) {
    const { values, before } = draft
    if (actor.kind === 'system') return
    if (actor.scope.level !== 'all') draft.refuse('title', 'role.problem.everywhere')
    if (before?.shippedAs != null) draft.refuse('title', 'role.problem.shipped')
    if (before && before.kind !== values.kind) draft.refuse('kind', 'role.problem.kind')
    try {
      // whoever can take personal data out in clear needs a second factor, whatever was ticked
      if (forcesSecondFactor(permissionsOf(values, registry.permissions))) values.needsSecondFactor = true
    } catch (error) {
      if (!(error instanceof UnknownPatternError)) throw error
      draft.refuse('permissions', 'role.problem.pattern', { pattern: error.pattern })
    }
  },
  async after(changes, { actor }) {
    for (const { before, row } of changes) {
      const isAllowed =
        row !== undefined || actor.kind === 'system' || (actor.scope.level === 'all' && before?.shippedAs == null)
      if (!isAllowed) throw new OpenDpfError('permission-denied', { params: { needed: 'access:role.remove' } })
    }
    announce('everybody')
  },
}
