import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

/** Counts and digests what passes through. */
export interface ContentMeter {
  readonly stream: Transform
  /** Bytes and SHA-256 of what has passed; call it once, at the end. */
  measure(): { readonly bytes: number; readonly sha256: string }
}

/** A stream that changes nothing and measures everything. */
export function createContentMeter(): ContentMeter {
  const hash = createHash('sha256')
  let bytes = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  return { stream, measure: () => ({ bytes, sha256: hash.digest('hex') }) }
}
