import { OpenDpfError } from '@opendpf/errors'
import type { Actor } from '@opendpf/kit'

const everything: ReadonlySet<string> = new (class extends Set<string> {
  override has(): boolean {
    return true
  }
})()

/** The platform itself: jobs that run on dates, seeds. Its deeds are in the audit log like everybody's. */
export const systemActor: Actor = {
  id: 'system',
  name: 'OpenDPF',
  kind: 'system',
  scope: { level: 'all' },
  permissions: everything,
}

/** Stops whoever lacks a permission. */
export function requirePermission(actor: Actor, permission: string): void {
  if (!actor.permissions.has(permission))
    throw new OpenDpfError('permission-denied', { params: { needed: permission } })
}
