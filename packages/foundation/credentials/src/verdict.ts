import type { GradeClass } from './claims.js'

/** What a genuine credential says. */
export interface CredentialFacts {
  readonly id: string
  /** 6 digits and name of the county that answers for it. */
  readonly county: { readonly code: string; readonly name: string }
  /** GB/T 26341: `1` to `7`. */
  readonly category: string
  readonly gradeClass: GradeClass
  /** Only where its holder disclosed it. */
  readonly grade: string | null
  /** Validity of the certificate, `YYYY-MM-DD`. */
  readonly from: string
  readonly until: string
  /** When this presentation goes stale. */
  readonly ends: Date
  /** SHA-256 of the holder's photo, base64url. */
  readonly photo: string | null
}

/**
 * What a verifier is told. Only `valid` lets somebody in; `unknown` is neither a yes nor a no: fetch the list anew and ask again.
 *
 * - `suspended`: frozen, expired or on its way to another county; it may be valid again
 * - `revoked`: cancelled, replaced or lost; it never will be
 * - `expired`: the presentation is stale (`presentation`), or the certificate has passed its last day (`certificate`)
 * - `not-genuine`: no county of the published keys signed this, or something was changed in it
 */
export type CredentialVerdict =
  | {
      readonly outcome: 'valid'
      readonly facts: CredentialFacts
      /** Seconds since the status list was signed: how old the knowledge is that nothing has changed. */
      readonly statusAge: number
    }
  | { readonly outcome: 'suspended' | 'revoked'; readonly facts: CredentialFacts; readonly statusAge: number }
  | { readonly outcome: 'expired'; readonly facts: CredentialFacts; readonly what: 'presentation' | 'certificate' }
  | { readonly outcome: 'not-yet-valid'; readonly facts: CredentialFacts }
  | { readonly outcome: 'unknown'; readonly facts: CredentialFacts; readonly reason: UnknownReason }
  | { readonly outcome: 'not-genuine'; readonly reason: NotGenuineReason }

/** Why a genuine credential cannot be judged: no list of its number, one that is too old, not genuine, or signed in the future. */
export type UnknownReason = 'list-missing' | 'list-stale' | 'list-not-genuine' | 'clock-wrong'

export type NotGenuineReason = 'format' | 'key-unknown' | 'signature' | 'claims'
