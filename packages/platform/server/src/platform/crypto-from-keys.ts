import type { Keys } from '@opendpf/database/crypto'
import type { Crypto } from './crypto.js'

/** The platform's view of a deployment's keys. */
export function cryptoFromKeys({ cipher, index, digest }: Pick<Keys, 'cipher' | 'index' | 'digest'>): Crypto {
  return {
    seal: (text, context) => cipher.seal(text, context),
    open: (bytes, context) => cipher.open(bytes, context),
    blind: (kind, value) => index.of(kind, value),
    digest: {
      keyed: (text) => digest.keyed(text).toString('base64url'),
    },
  }
}
