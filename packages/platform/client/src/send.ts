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

/** Makes the sender of a connection. */
export function createSend(
  baseUrl: string,
  { apiKey, locale = 'zh-CN', fetch = globalThis.fetch }: ConnectionOptions,
): Send {
  const base = `${baseUrl.replace(/\/$/, '')}/api/v1`
  return async <Answer>(method: string, path: string, { body, headers = {} }: SendOptions = {}): Promise<Answer> => {
    const request = new Request(`${base}${path}`, {
      method,
      headers: {
        'Accept-Language': locale,
        ...(apiKey === undefined ? {} : { Authorization: `Bearer ${apiKey}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        'X-OpenDPF': '1',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const response = await fetch(request).catch((cause: unknown) => {
      throw new OpenDpfError('unavailable', { cause })
    })
    if (response.status === 204) return undefined as Answer
    const answer: unknown = await response.json().catch(() => undefined)
    if (!response.ok) throw errorOf(answer)
    return answer as Answer
  }
}
