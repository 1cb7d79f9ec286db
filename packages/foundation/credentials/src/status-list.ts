import { StatusList } from '@sd-jwt/jwt-status-list'
import { compactVerify } from 'jose'
import * as z from 'zod/mini'
import { listUri } from './claims.js'
import { isCompactJwt, readPart } from './compact.js'
import { algorithm, base64url, bytesOf, type CredentialKeys, findKey, importKey, type Signer } from './keys.js'

/** States of one entry, as the Token Status List draft numbers them. `revoked` is for ever, `suspended` is not. */
export const statuses = { valid: 0, revoked: 1, suspended: 2 } as const
export type Status = keyof typeof statuses

const bits = 2
const headerType = 'statuslist+jwt'

/** Entries of one list: so many people hide in it who asks for it. Two bits each are 32 KB, of which few are left when packed. */
export const usualListSize = 131_072
/** How long a verifier may rely on a list it has fetched: half a day. */
export const usualTtl = 12 * 3600

const listSchema = z.object({
  iss: z.string(),
  sub: z.string(),
  iat: z.int(),
  ttl: z.int().check(z.positive()),
  status_list: z.object({ bits: z.literal(bits), lst: z.string() }),
})

/** Signs the states of one list. What is not named is valid, whether somebody holds it or not. */
export async function signStatusList(
  list: {
    /** A UUID. */
    readonly id: string
    readonly size: number
    readonly entries: Iterable<{ readonly index: number; readonly status: Status }>
  },
  options: { readonly signer: Signer; readonly now: Date; readonly ttl?: number },
): Promise<string> {
  const { signer, now, ttl = usualTtl } = options
  const packed = new StatusList(new Array<number>(list.size).fill(statuses.valid), bits)
  for (const { index, status } of list.entries) packed.setStatus(index, statuses[status])
  const header = { alg: algorithm, kid: signer.kid, typ: headerType }
  const payload = {
    iss: signer.iss,
    sub: listUri(list.id),
    iat: Math.floor(now.getTime() / 1000),
    ttl,
    status_list: { bits, lst: packed.compressStatusList() },
  }
  const text = [header, payload].map((part) => base64url(bytesOf(JSON.stringify(part)))).join('.')
  return `${text}.${await signer.sign(text)}`
}

/** A list that its county signed. */
export interface ReadStatusList {
  readonly uri: string
  readonly iss: string
  /** When it was signed. */
  readonly signedAt: Date
  /** Seconds for which it may be relied on. */
  readonly ttl: number
  /** Undefined for an index beyond its end, and for a number that means nothing here. */
  statusAt(index: number): Status | undefined
}

/** Reads a list and checks its signature with its county's published keys; undefined for one that is not genuine. */
export async function readStatusList(token: string, keys: CredentialKeys): Promise<ReadStatusList | undefined> {
  if (!isCompactJwt(token)) return undefined
  const [head = '', body = ''] = token.split('.')
  const header = readPart(head)
  const payload = listSchema.safeParse(readPart(body))
  if (header?.typ !== headerType || typeof header.kid !== 'string' || !payload.success) return undefined
  const { iss, sub, iat, ttl, status_list } = payload.data
  const key = findKey(keys, header.kid, iss)
  if (!key) return undefined
  try {
    await compactVerify(token, await importKey(key), { algorithms: [algorithm] })
    const list = StatusList.decompressStatusList(status_list.lst, bits)
    return {
      uri: sub,
      iss,
      signedAt: new Date(iat * 1000),
      ttl,
      statusAt(index) {
        if (index >= list.statusList.length) return undefined
        const found = list.getStatus(index)
        return (Object.keys(statuses) as Status[]).find((name) => statuses[name] === found)
      },
    }
  } catch {
    return undefined
  }
}
