/** How a file is sent: like `fetch`, but it tells how far it is. */
export type Uploader = (
  address: string,
  request: {
    readonly headers: Headers
    readonly file: Blob
    readonly signal?: AbortSignal | undefined
    /** From 0 to 1. */
    readonly onProgress?: ((part: number) => void) | undefined
  },
) => Promise<Response>

/** Sends by XMLHttpRequest, the one way by which a browser says how much of a body has gone. */
export const uploadByXhr: Uploader = (address, { headers, file, signal, onProgress }) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    headers.forEach((value, name) => {
      request.setRequestHeader(name, value)
    })
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress?.(loaded / total)
    }
    request.onload = () =>
      resolve(
        new Response(request.responseText, {
          status: request.status,
          headers: { 'content-type': request.getResponseHeader('content-type') ?? '' },
        }),
      )
    request.onerror = () => reject(new TypeError('the line is down'))
    request.onabort = () => reject(signal?.reason ?? new DOMException('aborted', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })

/** Sends by something that answers like `fetch`, which does not say how far it is. */
export function uploadByFetch(fetch: typeof globalThis.fetch): Uploader {
  return (address, { headers, file, signal }) =>
    fetch(address, { method: 'POST', headers, body: file, ...(signal ? { signal } : {}) })
}
