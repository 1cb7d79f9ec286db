import autocannon from 'autocannon'
import type { Spread } from './machine.js'
import { spreadOf } from './machine.js'

/** One request of a load; `next` gives each its own path or body. */
export interface LoadRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: unknown
}

export interface LoadResult {
  readonly perSecond: Spread
  /** Milliseconds, the highest of the runs. */
  readonly p50: number
  readonly p99: number
  readonly failures: number
}

const connections = 16
const seconds = 8
const runs = 3

/** Sends a load to a server on this machine, several times, and stops by itself. */
export async function load(
  url: string,
  headers: Readonly<Record<string, string>>,
  next: (index: number) => LoadRequest,
): Promise<LoadResult> {
  const rates: number[] = []
  let p50 = 0
  let p99 = 0
  let failures = 0
  let index = 0
  for (let run = 0; run < runs; run += 1) {
    const result = await autocannon({
      url,
      connections,
      duration: seconds,
      requests: [
        {
          setupRequest(request) {
            const { method, path, body } = next(index++)
            return {
              ...request,
              method,
              path,
              headers: { ...headers, 'content-type': 'application/json' },
              ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            }
          },
        },
      ],
    })
    rates.push(result.requests.average)
    p50 = Math.max(p50, result.latency.p50)
    p99 = Math.max(p99, result.latency.p99)
    failures += result.non2xx + result.errors
  }
  return { perSecond: spreadOf(rates), p50, p99, failures }
}
