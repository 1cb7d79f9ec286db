import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto'
import { deriveKey } from './derive-key.js'
import { createNonces } from './nonces.js'
import { formats, headerLength, type Sealing, type SealingKey, tagLength, writeHeader } from './sealing.js'

const nonceLength = 12
const start = headerLength + nonceLength

/** AES-256-GCM: nonce, ciphertext, tag; header and context are the additional data. */
export function createGcmSealing({ id, secret }: SealingKey): Sealing {
  const key = createSecretKey(deriveKey('sha256', secret, 'field aes-256-gcm'))
  const putNonce = createNonces(nonceLength)

  const aadOf = (bytes: Buffer, context: string): Buffer => {
    const aad = Buffer.allocUnsafe(headerLength + Buffer.byteLength(context))
    bytes.copy(aad, 0, 0, headerLength)
    aad.write(context, headerLength)
    return aad
  }

  return {
    seal(text, context) {
      const length = Buffer.byteLength(text)
      const bytes = Buffer.allocUnsafe(start + length + tagLength)
      writeHeader(bytes, formats['aes-256-gcm'], id)
      putNonce(bytes, headerLength)
      const cipher = createCipheriv('aes-256-gcm', key, bytes.subarray(headerLength, start))
      cipher.setAAD(aadOf(bytes, context))
      cipher.update(text, 'utf8').copy(bytes, start)
      cipher.final()
      cipher.getAuthTag().copy(bytes, start + length)
      return bytes
    },
    open(bytes, context) {
      const end = bytes.length - tagLength
      if (end < start) return undefined
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(headerLength, start), {
        authTagLength: tagLength,
      })
      decipher.setAAD(aadOf(bytes, context))
      decipher.setAuthTag(bytes.subarray(end))
      const text = decipher.update(bytes.subarray(start, end))
      try {
        decipher.final()
      } catch {
        return undefined
      }
      return text.toString('utf8')
    },
  }
}
