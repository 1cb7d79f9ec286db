import { compactVerify } from 'jose'
import { type Claims, claimsSchema } from './claims.js'
import { readPart, splitCredential } from './compact.js'
import { endOf } from './issue-credential.js'
import { algorithm, type CredentialKeys, findKey, importKey } from './keys.js'
import { reading } from './sd-jwt.js'
import { readStatusList } from './status-list.js'
import type { CredentialFacts, CredentialVerdict, NotGenuineReason } from './verdict.js'

export interface VerifyOptions {
  /** The published keys of the counties that are trusted. */
  readonly keys: CredentialKeys
  /** Status lists as they were fetched, in any order; the one that the credential names is looked for among them. */
  readonly statusList?: string | readonly string[]
  readonly now: Date
  /** Seconds after which a list is too old; default what the list itself says, which this can only shorten. */
  readonly maxAge?: number
}

/** How far clocks of issuer and verifier may differ, in seconds. */
const skew = 60

/**
 * Verifies a credential with nothing but what is handed in: no network, no clock of its own. It never throws for what a token may
 * hold; whatever is wrong with one is a verdict.
 */
export async function verifyCredential(token: string, options: VerifyOptions): Promise<CredentialVerdict> {
  const { keys, now } = options
  const read = await readClaims(token.trim(), keys)
  if (typeof read === 'string') return { outcome: 'not-genuine', reason: read }
  const facts = factsOf(read)
  const second = now.getTime() / 1000
  if (second + skew < read.iat || second + skew < startOf(read.from)) return { outcome: 'not-yet-valid', facts }
  if (second >= endOf(read.until)) return { outcome: 'expired', facts, what: 'certificate' }
  if (second >= read.exp) return { outcome: 'expired', facts, what: 'presentation' }
  return withStatus(read, facts, options)
}

async function withStatus(claims: Claims, facts: CredentialFacts, options: VerifyOptions): Promise<CredentialVerdict> {
  const { keys, statusList = [], now, maxAge = Number.POSITIVE_INFINITY } = options
  const { uri, idx } = claims.status.status_list
  const offered = (typeof statusList === 'string' ? [statusList] : statusList).filter((list) => subjectOf(list) === uri)
  if (offered.length === 0) return { outcome: 'unknown', facts, reason: 'list-missing' }
  const lists = (await Promise.all(offered.map((list) => readStatusList(list, keys)))).filter(
    (list) => list?.uri === uri && list.iss === claims.iss,
  )
  const list = lists.toSorted((one, other) => Number(other?.signedAt) - Number(one?.signedAt))[0]
  const status = list?.statusAt(idx)
  if (!list || status === undefined) return { outcome: 'unknown', facts, reason: 'list-not-genuine' }
  const age = (now.getTime() - list.signedAt.getTime()) / 1000
  if (age < -skew) return { outcome: 'unknown', facts, reason: 'clock-wrong' }
  const statusAge = Math.max(0, Math.floor(age))
  // what was revoked stays so however old the news is
  if (status === 'revoked') return { outcome: 'revoked', facts, statusAge }
  if (age > Math.min(list.ttl, maxAge)) return { outcome: 'unknown', facts, reason: 'list-stale' }
  return { outcome: status, facts, statusAge }
}

async function readClaims(token: string, keys: CredentialKeys): Promise<Claims | NotGenuineReason> {
  const parts = splitCredential(token)
  if (!parts) return 'format'
  const [head = '', body = ''] = parts.jwt.split('.')
  const [header, payload] = [readPart(head), readPart(body)]
  const [kid, iss] = [header?.kid, payload?.iss]
  if (header?.typ !== 'dc+sd-jwt' || typeof kid !== 'string' || typeof iss !== 'string') return 'format'
  const key = findKey(keys, kid, iss)
  if (!key) return 'key-unknown'
  try {
    await compactVerify(parts.jwt, await importKey(key), { algorithms: [algorithm] })
  } catch {
    return 'signature'
  }
  try {
    const claims = claimsSchema.safeParse(await reading().getClaims(token))
    if (!claims.success) return 'claims'
    // the library passes over what no digest stands for: here it makes the whole not genuine, as RFC 9901 asks
    const disclosed = claims.data.grade === undefined || payload?.grade !== undefined ? 0 : 1
    return parts.disclosures.length === disclosed ? claims.data : 'claims'
  } catch {
    return 'claims'
  }
}

function factsOf(claims: Claims): CredentialFacts {
  return {
    id: claims.jti,
    county: { code: claims.iss.slice('dpf:'.length), name: claims.county },
    category: claims.category,
    gradeClass: claims.class,
    grade: claims.grade ?? null,
    from: claims.from,
    until: claims.until,
    ends: new Date(claims.exp * 1000),
    photo: claims.photo ?? null,
  }
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`) / 1000
}

/** What a list says it is, before its signature is looked at: enough to pick it out. */
function subjectOf(list: string): unknown {
  return readPart(list.split('.')[1] ?? '')?.sub
}
