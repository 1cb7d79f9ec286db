import { hash } from 'node:crypto'

/** A digest of the named cookie's value: what is remembered of a session must not be a session. */
export function readCookie(headers: Headers, name: string): string | undefined {
  const cookies = headers.get('cookie')
  if (cookies === null) return undefined
  for (const part of cookies.split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return hash('sha256', part.slice(at + 1).trim(), 'base64')
  }
  return undefined
}
