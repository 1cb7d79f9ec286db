import { createCipheriv, createDecipheriv, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'
import { deriveKey } from './derive-key.js'
import { createNonces } from './nonces.js'
import { formats, headerLength, type Sealing, type SealingKey, tagLength, writeHeader } from './sealing.js'

const nonceLength = 16
const start = headerLength + nonceLength

/** The length of the context, so that its end and the beginning of the ciphertext cannot be shifted against each other. */
function frameOf(context: string): Buffer {
  const bytes = Buffer.byteLength(context)
  const frame = Buffer.allocUnsafe(2 + bytes)
  frame.writeUInt16BE(bytes, 0)
  frame.write(context, 2)
  return frame
}

/**
 * SM4-CTR, then HMAC-SM3 over context, header, nonce and ciphertext, cut to 128 bits. `node:crypto` has no SM4-GCM, so encryption
 * comes first and authentication second, each with a key of its own.
 */
export function createSm4Sealing({ id, secret }: SealingKey): Sealing {
  const key = createSecretKey(deriveKey('sm3', secret, 'field sm4-ctr').subarray(0, 16))
  const macKey = createSecretKey(deriveKey('sm3', secret, 'field hmac-sm3'))
  const putNonce = createNonces(nonceLength)
  const tagOf = (bytes: Buffer, context: string): Buffer =>
    createHmac('sm3', macKey).update(frameOf(context)).update(bytes).digest().subarray(0, tagLength)

  return {
    seal(text, context) {
      const length = Buffer.byteLength(text)
      const bytes = Buffer.allocUnsafe(start + length + tagLength)
      writeHeader(bytes, formats['sm4-ctr-hmac-sm3'], id)
      putNonce(bytes, headerLength)
      createCipheriv('sm4-ctr', key, bytes.subarray(headerLength, start)).update(text, 'utf8').copy(bytes, start)
      tagOf(bytes.subarray(0, start + length), context).copy(bytes, start + length)
      return bytes
    },
    open(bytes, context) {
      const end = bytes.length - tagLength
      if (end < start || !timingSafeEqual(tagOf(bytes.subarray(0, end), context), bytes.subarray(end))) return undefined
      const decipher = createDecipheriv('sm4-ctr', key, bytes.subarray(headerLength, start))
      return decipher.update(bytes.subarray(start, end)).toString('utf8')
    },
  }
}
