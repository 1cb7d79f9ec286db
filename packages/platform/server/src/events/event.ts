import type { DomainEvent } from '@opendpf/kit/server'

/** The row an event is about: what its payload calls `id`. Events about nothing keep no order. */
export function subjectOf({ id, payload }: DomainEvent): string {
  const about = (payload as { readonly id?: unknown } | null)?.id
  return typeof about === 'string' ? about : id
}

/** Whether somebody who wants events by a pattern (`persons.*`, `*`) wants this one. */
export function isWanted(pattern: string, name: string): boolean {
  return pattern === '*' || pattern === name || (pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -1)))
}
