import type { ProblemDocument } from '@opendpf/errors'
import { RequestFailure } from './problem.js'
import { uploadByFetch, uploadByXhr } from './upload.js'

/** What a request carries beside its path. */
export interface RequestOptions {
  readonly body?: unknown
  /** The version the writer saw. */
  readonly version?: number
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

/** The HTTP surface as pages use it: paths below the base, JSON in and out, failures thrown as {@link RequestFailure}. */
export interface Api {
  get<T>(path: string, options?: Pick<RequestOptions, 'signal'>): Promise<T>
  post<T>(path: string, body?: unknown, options?: Omit<RequestOptions, 'body'>): Promise<T>
  patch<T>(path: string, body: unknown, options?: Omit<RequestOptions, 'body'>): Promise<T>
  delete<T>(path: string): Promise<T>
  /** Sends one file, and tells how far it is, from 0 to 1. */
  upload<T>(path: string, file: File, options?: UploadOptions): Promise<T>
  /** Asks for a file with a body, which an address could not carry. */
  file(path: string, body: unknown): Promise<Blob>
  /** The address of a file to download. */
  href(path: string): string
}

/** What goes on while a file is sent. */
export interface UploadOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (part: number) => void
}

export interface ApiOptions {
  /** Default `/api/v1`. */
  readonly base?: string
  readonly fetch?: typeof globalThis.fetch
  readonly locale: () => string
  /** Called when the session has ended while somebody works; resolves true once they signed in again. */
  readonly onSignedOut?: () => Promise<boolean>
}

/** Makes the client that all pages share. */
export function createApi(options: ApiOptions): Api {
  const { base = '/api/v1', locale, onSignedOut } = options
  const fetcher = options.fetch ?? ((input, init) => globalThis.fetch(input, init))

  const uploader = options.fetch ? uploadByFetch(options.fetch) : uploadByXhr

  /** Sends a request, and once more when the session had ended and there is a new one. */
  async function answerTo(
    path: string,
    ask: () => Promise<Response>,
    signal?: AbortSignal,
    isRepeat = false,
  ): Promise<Response> {
    const response = await ask().catch((cause: unknown) => {
      if (signal?.aborted) throw cause
      throw new RequestFailure({ code: 'offline', status: 0 }, { cause })
    })
    if (response.ok) return response
    const failure = await failureOf(response)
    const isLostSession = failure.code === 'not-signed-in' && !path.startsWith('/session') && path !== '/me'
    if (isLostSession && !isRepeat && onSignedOut && (await onSignedOut())) return answerTo(path, ask, signal, true)
    throw failure
  }

  const send = async <T>(method: string, path: string, request: RequestOptions): Promise<T> => {
    const ask = () => fetcher(base + path, initOf(method, request, locale()))
    return (await bodyOf(await answerTo(path, ask, request.signal))) as T
  }

  return {
    get: (path, request = {}) => send('GET', path, request),
    post: (path, body, request = {}) => send('POST', path, { ...request, body: body ?? {} }),
    patch: (path, body, request = {}) => send('PATCH', path, { ...request, body }),
    delete: (path) => send('DELETE', path, {}),
    async upload<T>(path: string, file: File, { signal, onProgress }: UploadOptions = {}) {
      const ask = () => uploader(base + path, { headers: headersOf(file, locale()), file, signal, onProgress })
      return (await bodyOf(await answerTo(path, ask, signal))) as T
    },
    async file(path, body) {
      const ask = () => fetcher(base + path, initOf('POST', { body }, locale()))
      return (await answerTo(path, ask)).blob()
    },
    href: (path) => base + path,
  }
}

function initOf(method: string, request: RequestOptions, locale: string): RequestInit {
  const isForm = request.body instanceof FormData
  const headers = new Headers({ accept: 'application/json', 'accept-language': locale })
  if (method !== 'GET') headers.set('x-opendpf', '1')
  if (request.body !== undefined && !isForm) headers.set('content-type', 'application/json')
  if (request.version !== undefined) headers.set('if-match', `"${request.version}"`)
  if (request.idempotencyKey) headers.set('idempotency-key', request.idempotencyKey)
  return {
    method,
    headers,
    credentials: 'same-origin',
    ...(request.body === undefined ? {} : { body: isForm ? (request.body as FormData) : JSON.stringify(request.body) }),
    ...(request.signal ? { signal: request.signal } : {}),
  }
}

/** A name may hold any character, so it travels as RFC 8187 writes them. */
function headersOf(file: File, locale: string): Headers {
  const name = encodeURIComponent(file.name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return new Headers({
    accept: 'application/json',
    'accept-language': locale,
    'x-opendpf': '1',
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
  })
}

async function bodyOf(response: Response): Promise<unknown> {
  return response.status === 204 ? undefined : response.json()
}

/** A gateway's error page is no problem document: it counts as the server being away. */
async function failureOf(response: Response): Promise<RequestFailure> {
  const document = (await response.json().catch(() => undefined)) as Partial<ProblemDocument> | undefined
  if (document?.code && document.detail) return new RequestFailure(document as ProblemDocument)
  return new RequestFailure({ code: 'offline', status: 0 }, { cause: response.status })
}
