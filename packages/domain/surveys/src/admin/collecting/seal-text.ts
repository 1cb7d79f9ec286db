import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { managedNonce } from '@noble/ciphers/utils.js'

// the browser's own ciphers answer later, and a page that is left has no later
const sealing = managedNonce(xchacha20poly1305)

/** Seals a text with a key of two halves of 128 bits, each as base64url. */
export function sealText(text: string, key: readonly [string, string]): string {
  return toBase64(sealing(keyOf(key)).encrypt(new TextEncoder().encode(text)))
}

/** The text that was sealed; undefined where the key is another one or the text was changed. */
export function openText(sealed: string, key: readonly [string, string]): string | undefined {
  try {
    return new TextDecoder().decode(sealing(keyOf(key)).decrypt(fromBase64(sealed)))
  } catch {
    return undefined
  }
}

const keyOf = (halves: readonly [string, string]): Uint8Array => {
  const bytes = halves.map(fromBase64)
  return Uint8Array.from(bytes.flatMap((half) => [...half]))
}

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))
