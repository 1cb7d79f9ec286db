import { open, stat } from 'node:fs/promises'

/** Bytes that are read in pieces, so that a large file never stands in memory as a whole. */
export interface ByteSource {
  readonly size: number
  /** The bytes from `start` (included) to `end` (excluded); fewer at the end of the file. */
  read(start: number, end: number): Promise<Uint8Array>
}

const pieceSize = 256 * 1024

/** Makes a source of bytes in memory or of a file on disk; a file is opened for each piece and never left open. */
export async function byteSource(from: Uint8Array | string): Promise<ByteSource> {
  if (typeof from !== 'string') {
    return { size: from.byteLength, read: async (start, end) => from.subarray(start, end) }
  }
  const { size } = await stat(from)
  return { size, read: (start, end) => readPiece(from, start, Math.min(end, size)) }
}

async function readPiece(path: string, start: number, end: number): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const buffer = new Uint8Array(Math.max(0, end - start))
    const { bytesRead } = await file.read(buffer, 0, buffer.length, start)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Reads a stretch of a source piece by piece. */
export async function* piecesOf(source: ByteSource, start = 0, end = source.size): AsyncGenerator<Uint8Array> {
  for (let from = start; from < end; from += pieceSize) {
    const piece = await source.read(from, Math.min(end, from + pieceSize))
    if (piece.length === 0) return
    yield piece
  }
}
