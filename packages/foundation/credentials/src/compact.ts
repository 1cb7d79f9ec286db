/** The parts of a compact token that has exactly one way to be written. */
export interface Compact {
  readonly jwt: string
  readonly disclosures: readonly string[]
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const segment = /^[A-Za-z0-9_-]+$/
/** More than any credential of ours has: what is longer is not read at all. */
const longest = 8192

/** Splits `<jwt>~<disclosure>~…~`; undefined for whatever is not written exactly so. */
export function splitCredential(token: string): Compact | undefined {
  if (token.length > longest || !token.endsWith('~')) return undefined
  const [jwt = '', ...disclosures] = token.slice(0, -1).split('~')
  return isCompactJwt(jwt) && disclosures.every(isCanonical) ? { jwt, disclosures } : undefined
}

/** Whether a text is a compact JWS (RFC 7515) of three canonical parts. */
export function isCompactJwt(jwt: string): boolean {
  const parts = jwt.split('.')
  return parts.length === 3 && parts.every(isCanonical)
}

/** The JSON object in a part of a token; undefined when there is none. */
export function readPart(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'))
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (character) => character.charCodeAt(0)),
    )
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}

/**
 * Decoders overlook the bits that the last character has to spare, so that one signature could be written in sixteen ways. Here only the one
 * that an encoder writes is let through.
 */
function isCanonical(part: string): boolean {
  if (!segment.test(part)) return false
  const spare = { 0: 0, 2: 4, 3: 2 }[part.length % 4]
  if (spare === undefined) return false
  return alphabet.indexOf(part.at(-1) ?? '') % 2 ** spare === 0
}
