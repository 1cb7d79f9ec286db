import * as z from 'zod'

const minutes = z
  .number()
  .positive()
  .max(60 * 24 * 30)

const oidcSchema = z.strictObject({
  /** What the button on the sign-in page says, in the deployment's language. */
  title: z.string().min(1).max(40),
  /** The provider's discovery document, `https://…/.well-known/openid-configuration`. */
  discoveryUrl: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
  scopes: z.array(z.string()).default(['openid', 'profile']),
  /**
   * The claim that holds our username, for a user's first sign-in; later ones go by the provider's subject. Only the provider's
   * administrators may be able to change it.
   */
  usernameClaim: z.string().default('preferred_username'),
  /** Whether the provider has asked for a second factor itself. Default: we ask for ours. */
  trustsSecondFactor: z.boolean().default(false),
})

/** How people sign in to a deployment. Everything but the secret and the address has a default. */
export const accessConfigSchema = z.strictObject({
  /** Signs cookies and seals second-factor secrets; at least 32 characters, the same for all processes of a deployment. */
  secret: z.string().min(32),
  /** Where browsers reach the server, such as `https://dpf.example.cn`. Cookies are `Secure` exactly when it is https. */
  publicUrl: z.url(),
  /** Minutes without a request after which a session ends. */
  idleMinutes: minutes.default(30),
  /** Minutes after which a session ends in any case. */
  absoluteMinutes: minutes.default(12 * 60),
  /** Minutes a sign-in may stay half-way (code not entered, second factor not set up). */
  pendingMinutes: minutes.default(10),
  lockOut: z
    .strictObject({
      /** Failures of one account within the window that lock it. */
      failures: z.int().min(1).default(5),
      windowMinutes: minutes.default(15),
      lockMinutes: minutes.default(15),
      /** Failures from one address within the window before it has to wait between attempts. */
      addressFailures: z.int().min(1).default(20),
      /** The longest such wait, in seconds; an office behind one address is slowed down, never shut out. */
      addressWaitSeconds: z.int().min(0).default(15),
    })
    .prefault({}),
  passwords: z
    .strictObject({
      minLength: z.int().min(8).max(64).default(10),
      /** Days after which a password must be changed; 0 for never. */
      maxAgeDays: z.int().min(0).default(0),
    })
    .prefault({}),
  /** How many proxies of ours stand in front of the server and say in `X-Forwarded-For` who called them. */
  trustedProxies: z.int().min(0).max(10).default(0),
  oidc: oidcSchema.optional(),
})

export type AccessConfig = z.output<typeof accessConfigSchema>
export type AccessConfigInput = z.input<typeof accessConfigSchema>
export type OidcConfig = z.output<typeof oidcSchema>

/** Fills the defaults. @throws ZodError naming what is wrong, at start */
export function readAccessConfig(input: AccessConfigInput): AccessConfig {
  return accessConfigSchema.parse(input)
}
