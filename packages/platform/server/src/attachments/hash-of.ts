import { createHash } from 'node:crypto'
import { isCryptoError } from '@opendpf/database/crypto'
import { isOpenDpfError } from '@opendpf/errors'

/** The SHA-256 of a stored file; undefined when there is none, `altered` when it does not open. */
export async function hashOf(content: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const piece of content) hash.update(piece)
    return hash.digest('hex')
  } catch (error) {
    if (isCryptoError(error)) return 'altered'
    if (isOpenDpfError(error) && error.code === 'not-found') return undefined
    throw error
  }
}
