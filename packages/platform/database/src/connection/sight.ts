import type { Scope } from '@opendpf/kit'

/** What the database itself lets a connection see: a role, and the one county, town or village its row security compares with. */
export interface Sight {
  readonly role: string
  readonly value: string
}

/** The sight that belongs to an actor's territory. */
export function sightOf(scope: Scope): Sight {
  return scope.level === 'all' ? { role: 'opendpf_see_all', value: '' } : { role: `opendpf_see_${scope.level}`, value: scope.code }
}

/** One round trip that puts a sight on; outside a transaction, so that a rollback does not take it away behind our back. */
export const putOnSight = `select set_config('role', $1, false), set_config('opendpf.scope', $2, false)`
