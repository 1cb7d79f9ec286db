import * as z from 'zod/mini'

/** What the credential is: its holder has a valid disability certificate (残疾人证). */
export const credentialType = 'dpf:certificate:1'

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const moment = z.int().check(z.nonnegative())

/** Severe is grade 1 or 2, other is 3 or 4: what most concessions ask for. */
export const gradeClasses = ['severe', 'other'] as const
export type GradeClass = (typeof gradeClasses)[number]

const county = z.string().check(z.minLength(1), z.maxLength(60))

/**
 * The claims as they travel. There is no claim for a name, a number, a birth date or an address: what a credential cannot carry, it cannot
 * leak. A claim that is not named here makes the credential not genuine.
 */
export const claimsSchema = z.strictObject({
  vct: z.literal(credentialType),
  /** The issuing county, `dpf:<6 digits>`. */
  iss: z.string().check(z.regex(/^dpf:\d{6}$/)),
  /** Seconds since 1970. */
  iat: moment,
  exp: moment,
  /** Names the credential, not its holder. */
  jti: z.string().check(z.minLength(8), z.maxLength(40)),
  county,
  /** GB/T 26341: 1 to 7. */
  category: z.string().check(z.regex(/^[1-7]$/)),
  class: z.enum(gradeClasses),
  /** Disclosed only if its holder wants. */
  grade: z.optional(z.string().check(z.regex(/^[1-4]$/))),
  from: day,
  until: day,
  /** SHA-256 of the holder's photo, base64url. */
  photo: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))),
  status: z.strictObject({
    status_list: z.strictObject({
      idx: z.int().check(z.nonnegative()),
      uri: z.string().check(z.regex(/^urn:uuid:[0-9a-f-]{36}$/)),
    }),
  }),
})

export type Claims = z.output<typeof claimsSchema>

/** `dpf:990121`: how credentials, keys and status lists name the county that answers for them. */
export function issuerOf(county: string): string {
  if (!/^\d{6}$/.test(county)) throw new RangeError('a county has 6 digits')
  return `dpf:${county}`
}

/** How credentials name a status list; where it is fetched is for the verifier to know, never for a credential to say. */
export function listUri(id: string): string {
  return `urn:uuid:${id}`
}

/** The id in a {@link listUri}. */
export function listIdOf(uri: string): string {
  return uri.replace(/^urn:uuid:/, '')
}
