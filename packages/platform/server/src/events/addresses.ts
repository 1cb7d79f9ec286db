import { BlockList, isIP } from 'node:net'

const closed = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(network, bits, 'ipv4')
// of IPv6 only what is routed in the world is open; the rest of it stands for other things, IPv4 included
const open = new BlockList()
open.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed.addSubnet(network, bits, 'ipv6')

/** Whether an IP address is one of the public network. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed.check(address, 'ipv4')
  return family === 6 && open.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

/** Why an address must not be called: its form, or that it is not on the list of those inside that may be. */
export type Refusal = 'address' | 'scheme' | 'inside'

/** Hosts inside the federation's network that may be called though they are not public, as `host:port`. */
export type AllowedHosts = ReadonlySet<string>

/**
 * Looks at an address before it is called. `https` goes anywhere public; anything else only to a host and port that the configuration
 * names. A host name is looked at once more when it is resolved.
 *
 * @returns why it must not be called; undefined when it may be tried
 */
export function refuseAddress(text: string, allowed: AllowedHosts): Refusal | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || `${url.username}${url.password}${url.hash}` !== '') return 'address'
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme'
  if (isAllowed(url, allowed)) return undefined
  if (url.protocol !== 'https:') return 'scheme'
  const host = hostOf(url)
  return isIP(host) !== 0 && !isPublicAddress(host) ? 'inside' : undefined
}

/** Whether the configuration names the host and port of an address. */
export function isAllowed(url: URL, allowed: AllowedHosts): boolean {
  return allowed.has(`${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`)
}

/** The host of an address without the brackets of IPv6. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1')
}
