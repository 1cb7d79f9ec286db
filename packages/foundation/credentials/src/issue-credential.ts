import type { Claims, GradeClass } from './claims.js'
import { credentialType, listUri } from './claims.js'
import type { Signer } from './keys.js'
import { issuing } from './sd-jwt.js'

/** How long a presentation is good for unless its issuer says otherwise: a picture of it is stale the next day. */
export const usualHours = 24

/** What is attested of a certificate, and nothing else. */
export interface Attested {
  /** Names the credential, not its holder: random, 8 to 40 characters. */
  readonly id: string
  /** The issuing county by its name: 示范县. */
  readonly county: string
  /** GB/T 26341: `1` to `7`. */
  readonly category: string
  readonly gradeClass: GradeClass
  /** Exact grade, `1` to `4`: in the credential it is shown only where its holder wants. */
  readonly grade: string
  /** First and last day of validity, `YYYY-MM-DD` in Asia/Shanghai. */
  readonly from: string
  readonly until: string
  /** SHA-256 of the photo of the holder, base64url, if there is one. */
  readonly photo?: string
  /** Where its status stands. */
  readonly status: { readonly list: string; readonly index: number }
}

export interface IssuedCredential {
  /** With the exact grade, for its holder to keep. */
  readonly credential: string
  /** Without it, and short enough for a QR code: what is shown. */
  readonly presentation: string
  /** When both go stale. */
  readonly ends: Date
}

/**
 * Issues the credential of a certificate, good for some hours and never beyond the certificate's own last day.
 *
 * @throws RangeError for a certificate whose last day has passed
 */
export async function issueCredential(
  attested: Attested,
  options: { readonly signer: Signer; readonly now: Date; readonly hours?: number },
): Promise<IssuedCredential> {
  const { signer, now, hours = usualHours } = options
  const iat = Math.floor(now.getTime() / 1000)
  const exp = Math.min(iat + hours * 3600, endOf(attested.until))
  if (exp <= iat) throw new RangeError('the certificate has expired')
  const sdJwt = issuing(signer)
  const credential = await sdJwt.issue(
    { ...claimsOf(attested, signer.iss), iat, exp },
    { _sd: ['grade'] },
    { header: { typ: 'dc+sd-jwt', kid: signer.kid } },
  )
  return { credential, presentation: await sdJwt.present(credential, {}), ends: new Date(exp * 1000) }
}

function claimsOf(attested: Attested, iss: string): Omit<Claims, 'iat' | 'exp'> {
  const { id, county, category, gradeClass, grade, from, until, photo, status } = attested
  return {
    iss,
    vct: credentialType,
    jti: id,
    county,
    category,
    class: gradeClass,
    grade,
    from,
    until,
    ...(photo === undefined ? {} : { photo }),
    status: { status_list: { idx: status.index, uri: listUri(status.list) } },
  }
}

/** The moment in which a day in Asia/Shanghai ends, in seconds since 1970. */
export function endOf(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`) / 1000 + 24 * 3600
}
