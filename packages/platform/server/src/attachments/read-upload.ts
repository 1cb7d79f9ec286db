/** What came of reading a body: the whole of it, or that it is larger than it may be. */
export type UploadReading = { readonly ok: true; readonly content: Buffer } | { readonly ok: false }

/** Reads a body no further than its limit: one that says it is larger is not read at all, one that is larger is let go at the limit. */
export async function readUpload(
  body: ReadableStream<Uint8Array> | null,
  options: { readonly declared: number; readonly maxBytes: number },
): Promise<UploadReading> {
  const { declared, maxBytes } = options
  if (declared > maxBytes) return { ok: false }
  const pieces: Uint8Array[] = []
  let length = 0
  // leaving the loop cancels the stream
  for await (const piece of body ?? []) {
    length += piece.byteLength
    if (length > maxBytes) return { ok: false }
    pieces.push(piece)
  }
  return { ok: true, content: Buffer.concat(pieces, length) }
}
