import type { AccessConfigInput } from '@opendpf/access/server'
import { ConfigError } from './config-error.js'
import type { Environment } from './environment.js'
import { readSwitch, readWhole } from './environment.js'

/** How people sign in, as far as the deployment decides: everything else has the platform's default. */
export type SignInConfig = Pick<AccessConfigInput, 'idleMinutes' | 'absoluteMinutes' | 'lockOut' | 'passwords' | 'oidc'>

const month = 60 * 24 * 30

/** Reads how people sign in. What is not set is left to the platform. */
export function readSignIn(env: Environment): SignInConfig {
  const oidc = readOidc(env)
  return {
    idleMinutes: readWhole(env, 'OPENDPF_SESSION_IDLE_MINUTES', 30, { min: 1, max: month }),
    absoluteMinutes: readWhole(env, 'OPENDPF_SESSION_MINUTES', 720, { min: 1, max: month }),
    lockOut: {
      failures: readWhole(env, 'OPENDPF_LOCK_FAILURES', 5, { min: 1, max: 100 }),
      windowMinutes: readWhole(env, 'OPENDPF_LOCK_WINDOW_MINUTES', 15, { min: 1, max: month }),
      lockMinutes: readWhole(env, 'OPENDPF_LOCK_MINUTES', 15, { min: 1, max: month }),
      addressFailures: readWhole(env, 'OPENDPF_LOCK_ADDRESS_FAILURES', 20, { min: 1, max: 10_000 }),
    },
    passwords: {
      minLength: readWhole(env, 'OPENDPF_PASSWORD_LENGTH', 10, { min: 8, max: 64 }),
      maxAgeDays: readWhole(env, 'OPENDPF_PASSWORD_DAYS', 0, { min: 0, max: 3650 }),
    },
    ...(oidc ? { oidc } : {}),
  }
}

/** The county's own identity provider. Half of one is a mistake: it stops the start. */
function readOidc(env: Environment): SignInConfig['oidc'] {
  const discoveryUrl = env['OPENDPF_OIDC_URL']
  const clientId = env['OPENDPF_OIDC_CLIENT']
  if (!discoveryUrl && !clientId) return undefined
  if (!discoveryUrl || !clientId || !/^https?:\/\//.test(discoveryUrl) || !URL.canParse(discoveryUrl))
    throw new ConfigError(
      'OPENDPF_OIDC_URL（身份提供方的发现地址，以 https:// 开头）和 OPENDPF_OIDC_CLIENT 须同时设置 / OPENDPF_OIDC_URL (the provider’s discovery address, https://…) and OPENDPF_OIDC_CLIENT must be set together',
    )
  const clientSecret = env['OPENDPF_OIDC_SECRET']
  const scopes = (env['OPENDPF_OIDC_SCOPES'] ?? '').split(/[\s,]+/).filter(Boolean)
  return {
    title: env['OPENDPF_OIDC_TITLE'] || '统一身份认证',
    discoveryUrl,
    clientId,
    ...(clientSecret ? { clientSecret } : {}),
    ...(scopes.length > 0 ? { scopes } : {}),
    ...(env['OPENDPF_OIDC_USERNAME_CLAIM'] ? { usernameClaim: env['OPENDPF_OIDC_USERNAME_CLAIM'] } : {}),
    trustsSecondFactor: readSwitch(env, 'OPENDPF_OIDC_TRUSTS_SECOND_FACTOR', false),
  }
}
