import type { Scope } from '@opendpf/kit'
import { publicRole } from '../owned/roles.js'
import type { Session } from './session.js'

/** What the database itself lets a connection see: a role, and the one county, town or village its row security compares with. */
export interface Sight {
  readonly role: string
  readonly value: string
}

/** The sight that belongs to an actor's territory. */
export function sightOf(scope: Scope): Sight {
  return scope.level === 'all'
    ? { role: 'opendpf_see_all', value: '' }
    : { role: `opendpf_see_${scope.level}`, value: scope.code }
}

/** The sight of somebody without an account; the code, if he has one, opens the one row that holds it. */
export function publicSight(code = ''): Sight {
  return { role: publicRole, value: code }
}

/** One round trip that puts a sight on; outside a transaction, so that a rollback does not take it away behind our back. */
export const putOnSight = `select set_config('role', $1, false), set_config('opendpf.scope', $2, false)`

/**
 * Runs work of the platform's own that must hold everywhere, whoever caused it: whether a row is still referred to, whether copies of
 * it stay true. For use inside a transaction only; the territory is put back on before anything else runs.
 */
export async function seeingEverything<T>(session: Session, scope: Scope, work: () => Promise<T>): Promise<T> {
  if (scope.level === 'all') return work()
  const wear = (sight: Sight) =>
    session.query({ name: 'wear-sight', text: `select set_config('role', $1, true)`, values: [sight.role] })
  await wear(sightOf({ level: 'all' }))
  try {
    return await work()
  } finally {
    // a failed statement has ended the transaction, and the rollback puts the territory back on
    await wear(sightOf(scope)).catch(() => {})
  }
}
