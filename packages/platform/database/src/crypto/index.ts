export { type BlindIndex, createBlindIndex } from './blind-index.js'
export { createDigest, type Digest } from './digest.js'
export { CryptoError, isCryptoError } from './errors.js'
export { createFieldCipher, type FieldCipher } from './field-cipher.js'
export {
  fingerprintOf,
  type KeyRing,
  makeKeyRing,
  type RingKey,
  readKeyRing,
  withNewKey,
  writeKeyRing,
} from './key-ring.js'
export { addKey, type KeyOptions, type Keys, keySettings, keysOf, loadKeys } from './keys.js'
export { type CryptoErrorCode, cryptoMessages } from './messages.js'
export { type Resealed, type ResealOptions, resealAll } from './reseal.js'
export { type ResealTarget, resealTargets } from './reseal-targets.js'
export { isSuite, type Suite, suites } from './suite.js'
