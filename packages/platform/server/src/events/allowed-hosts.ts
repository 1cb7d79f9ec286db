import type { Registry } from '@opendpf/kit'
import type { AllowedHosts } from './addresses.js'

const hosts = new WeakMap<Registry, AllowedHosts>()

/** Lets the webhooks of a deployment call hosts inside its network, as `host:port`. */
export function allowHosts(registry: Registry, allowed: readonly string[]): void {
  hosts.set(registry, new Set(allowed))
}

/** The hosts inside the network that may be called: none until some were allowed. */
export function allowedHostsOf(registry: Registry): AllowedHosts {
  return hosts.get(registry) ?? new Set()
}
