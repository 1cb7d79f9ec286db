import { errorOf, OpenDpfError } from '@opendpf/errors'
import type { Locale } from '@opendpf/messages'

/** How requests are sent: by `fetch`, or by anything that answers like it (a test, a proxy). */
export type Fetch = (request: Request) => Promise<Response>

export interface SendOptions {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends a request below `/api/v1` and reads its answer; a failure is thrown as the error it was made from. */
export type Send = <Answer>(method: string, path: string, options?: SendOptions) => Promise<Answer>

export interface ConnectionOptions {
  /** An API key, made by the security administrator. */
  readonly apiKey?: string
  /** The language of messages. Default zh-CN. */
  readonly locale?: Locale
  readonly fetch?: Fetch
}

/** Sends and fetches files: bytes or JSON go up, the answer is handed over as it comes. Failures are thrown as by {@link Send}. */
export type Transfer = (
  method: string,
  path: string,
  options?: { readonly body?: NonNullable<RequestInit['body']>; readonly headers?: Readonly<Record<string, string>> },
) => Promise<Response>

/** Makes the sender of files of a connection. */
export function createTransfer(
  baseUrl: string,
  { apiKey, locale = 'zh-CN', fetch = globalThis.fetch }: ConnectionOptions,
): Transfer {
  const base = `${baseUrl.replace(/\/$/, '')}/api/v1`
  return async (method, path, { body, headers = {} } = {}) => {
    const request = new Request(`${base}${path}`, {
      method,
      headers: {
        'Accept-Language': locale,
        ...(apiKey === undefined ? {} : { Authorization: `Bearer ${apiKey}` }),
        'X-OpenDPF': '1',
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    })
    const response = await fetch(request).catch((cause: unknown) => {
      throw new OpenDpfError('unavailable', { cause })
    })
    if (!response.ok) throw errorOf(await response.json().catch(() => undefined))
    return response
  }
}

/** Makes the sender of a connection, of what is JSON both ways. */
export function createSend(transfer: Transfer): Send {
  return async <Answer>(method: string, path: string, { body, headers = {} }: SendOptions = {}): Promise<Answer> => {
    const response = await transfer(method, path, {
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (response.status === 204) return undefined as Answer
    return (await response.json().catch(() => undefined)) as Answer
  }
}
