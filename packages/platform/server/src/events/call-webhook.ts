import { createHmac } from 'node:crypto'
import { lookup } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { DomainEvent } from '@opendpf/kit/server'
import type { AllowedHosts } from './addresses.js'
import { isAllowed, isPublicAddress, refuseAddress } from './addresses.js'
import type { WebhookRow } from './webhook-rows.js'

/** What became of a call: the status that was answered, or why there was none. */
export type CallOutcome = { readonly answer: number } | { readonly failure: string }

const patience = 10_000

/** What the receiver computes anew from the two headers and the body as it came: `sha256=` and the HMAC of `<timestamp>.<body>`. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`
}

/** Resolves a host to a public address or not at all. The socket goes to the very address that was looked at. */
const lookupPublic: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, [])
    const [first] = addresses
    if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
      return done(Object.assign(new Error('inside'), { code: 'EINSIDE' }), [])
    return options.all ? done(null, addresses) : done(null, first.address, first.family)
  })
}

/**
 * Sends one event to a webhook. Redirects are not followed, the answer's body is not read, and whatever goes wrong is an outcome, not an
 * exception.
 */
export function callWebhook(
  webhook: Pick<WebhookRow, 'url' | 'secret'>,
  event: DomainEvent,
  { allowed, now }: { readonly allowed: AllowedHosts; readonly now: Date },
): Promise<CallOutcome> {
  const refusal = refuseAddress(webhook.url, allowed)
  if (refusal !== undefined) return Promise.resolve({ failure: refusal })
  const url = new URL(webhook.url)
  const body = JSON.stringify({ id: event.id, name: event.name, at: event.at, payload: event.payload })
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const send = url.protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((resolve) => {
    const call = send(
      url,
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Content-Length': Buffer.byteLength(body),
          'User-Agent': 'OpenDPF',
          'X-OpenDPF-Event': event.name,
          'X-OpenDPF-Delivery': event.id,
          'X-OpenDPF-Timestamp': timestamp,
          'X-OpenDPF-Signature': signatureOf(webhook.secret, timestamp, body),
        },
        // no connection is kept: the next one is looked at anew
        agent: false,
        signal: AbortSignal.timeout(patience),
        ...(isAllowed(url, allowed) ? {} : { lookup: lookupPublic }),
      },
      (response) => {
        response.destroy()
        resolve({ answer: response.statusCode ?? 0 })
      },
    )
    call.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ failure: error.code === 'EINSIDE' ? 'inside' : (error.code ?? error.name) }),
    )
    call.end(body)
  })
}
