import type { Registry } from '@opendpf/kit'
import type { EventHandler, ModuleServer } from '@opendpf/kit/server'
import type { Platform } from '../platform/platform.js'

type Composed = Pick<Platform, 'servers' | 'registry'>

const declared = new WeakMap<Registry, Map<string, ReadonlySet<string>>>()

/** The modules that are told of an event. */
export function listenersTo({ servers, registry }: Composed, name: string): readonly string[] {
  return [...servers.values()].flatMap((server) => (handlerIn(server, name, registry) ? [server.module.id] : []))
}

/** What a module does about an event; undefined for one that does not listen, or listens no longer. */
export function handlerOf({ servers, registry }: Composed, module: string, name: string): EventHandler | undefined {
  const server = servers.get(module)
  return server && handlerIn(server, name, registry)
}

function handlerIn(server: ModuleServer, name: string, registry: Registry): EventHandler | undefined {
  const { on = {}, onDeclared } = server
  if (Object.hasOwn(on, name)) return on[name]
  return onDeclared && declaredEvents(server, registry).has(name) ? onDeclared.follow : undefined
}

function declaredEvents({ module, onDeclared }: ModuleServer, registry: Registry): ReadonlySet<string> {
  const byModule = declared.get(registry) ?? new Map<string, ReadonlySet<string>>()
  declared.set(registry, byModule)
  const known = byModule.get(module.id) ?? new Set(onDeclared?.events(registry) ?? [])
  byModule.set(module.id, known)
  return known
}
