import { describe, expect, it, vi } from 'vitest'
import { createApi } from './create-api.js'
import { hasCode, isPassing, RequestFailure } from './problem.js'

const answer = (status: number, body: unknown) => Promise.resolve(new Response(JSON.stringify(body), { status }))
const signedOut = { type: 'x', title: '请先登录', status: 401, detail: '登录已过期', code: 'not-signed-in' }

describe('the client of the server', () => {
  it('says the language, the version, the key and that the app itself asks', async () => {
    const fetch = vi.fn<(input: string, init: RequestInit) => Promise<Response>>(() => answer(200, { ok: true }))
    const api = createApi({ locale: () => 'en', fetch: fetch as never })
    await api.patch('/a/b/1', { x: 1 }, { version: 7, idempotencyKey: 'k' })
    const [url, init] = fetch.mock.calls[0] ?? []
    const headers = new Headers(init?.headers)
    expect(url).toBe('/api/v1/a/b/1')
    expect(Object.fromEntries(headers)).toMatchObject({
      'accept-language': 'en',
      'if-match': '"7"',
      'idempotency-key': 'k',
      'x-opendpf': '1',
      'content-type': 'application/json',
    })
    expect(init?.body).toBe('{"x":1}')
  })

  it('throws the problem document of a refusal', async () => {
    const api = createApi({
      locale: () => 'zh-CN',
      fetch: (() => answer(412, { ...signedOut, code: 'version-conflict', status: 412 })) as never,
    })
    const error = await api.get('/x').catch((failure: unknown) => failure)
    expect(hasCode(error, 'version-conflict')).toBe(true)
    expect(isPassing(error)).toBe(false)
  })

  it('calls a dead line and a gateway page offline', async () => {
    for (const fetch of [
      () => Promise.reject(new TypeError('failed')),
      () => Promise.resolve(new Response('<html>', { status: 502 })),
    ]) {
      const error = await createApi({ locale: () => 'zh-CN', fetch: fetch as never })
        .get('/x')
        .catch((failure: unknown) => failure)
      expect(error).toBeInstanceOf(RequestFailure)
      expect(isPassing(error)).toBe(true)
    }
  })

  it('waits for a new sign-in and then sends the same request again', async () => {
    const fetch = vi
      .fn()
      .mockImplementationOnce(() => answer(401, signedOut))
      .mockImplementationOnce(() => answer(200, { saved: 1 }))
    const onSignedOut = vi.fn(() => Promise.resolve(true))
    const api = createApi({ locale: () => 'zh-CN', fetch, onSignedOut })
    expect(await api.post('/x', { typed: 'kept' })).toEqual({ saved: 1 })
    expect(onSignedOut).toHaveBeenCalledTimes(1)
    expect(fetch.mock.calls[0]?.[1].body).toBe(fetch.mock.calls[1]?.[1].body)
  })

  it('does not ask for a sign-in because of a wrong password', async () => {
    const onSignedOut = vi.fn(() => Promise.resolve(true))
    const api = createApi({ locale: () => 'zh-CN', fetch: (() => answer(401, signedOut)) as never, onSignedOut })
    await expect(api.post('/session', {})).rejects.toThrow()
    expect(onSignedOut).not.toHaveBeenCalled()
  })
})
