import { type CredentialKeys, credentialKeySchema } from './keys.js'
import { readStatusList } from './status-list.js'

/** What a verifier needs, fetched once: from then on it asks nobody. */
export interface Trust {
  readonly keys: CredentialKeys
  /** Signed status lists, as `verifyCredential` takes them. */
  readonly statusList: readonly string[]
  /** When the oldest list was signed; undefined where there is none. */
  readonly oldest: Date | undefined
}

/**
 * Fetches the public keys and every status list of a server: it is not told which list is needed, and so not whose credential is looked at.
 * Fetch anew every few hours; a list may be relied on for half a day.
 *
 * @param server the address of the server that is trusted, `https://dpf.example.cn`; empty for the server of the page itself
 * @throws TypeError without a network, Error when the server answers with a failure, zod's error for keys that are none
 */
export async function fetchTrust(
  server: string,
  options: { readonly fetch?: typeof globalThis.fetch } = {},
): Promise<Trust> {
  const { fetch = globalThis.fetch } = options
  const get = async (path: string): Promise<Response> => {
    const response = await fetch(`${server}/api/v1/certificates/public${path}`, { cache: 'no-cache' })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return response
  }
  const published = (await (await get('/credential-keys')).json()) as { readonly keys: readonly unknown[] }
  const known = (await (await get('/status-lists')).json()) as { readonly lists: readonly { readonly id: string }[] }
  const keys = { keys: published.keys.map((key) => credentialKeySchema.parse(key)) }
  const statusList = await Promise.all(
    known.lists.map(async ({ id }) => (await get(`/status-lists/${encodeURIComponent(id)}`)).text()),
  )
  const [oldest] = (await Promise.all(statusList.map((list) => readStatusList(list, keys))))
    .flatMap((list) => (list ? [list.signedAt] : []))
    .toSorted((one, other) => Number(one) - Number(other))
  return { keys, statusList, oldest }
}
