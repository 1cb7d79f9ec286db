/** So many rows go through the write path, or are asked for, at once. */
export const chunkSize = 5000

/** Cuts a list into pieces that a few statements can take. */
export function chunksOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / chunkSize) }, (_, at) =>
    all.slice(at * chunkSize, (at + 1) * chunkSize),
  )
}
