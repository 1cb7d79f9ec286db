import { isAbsolute, resolve } from 'node:path'
import type { Channels } from '@opendpf/notifications/channels'
import { type AttachmentConfig, readAttachments } from './attachments.js'
import { ConfigError } from './config-error.js'
import type { Environment } from './environment.js'
import { readSwitch, readWhole } from './environment.js'
import { readChannels } from './notifications.js'
import type { SignInConfig } from './sign-in.js'
import { readSignIn } from './sign-in.js'

export { ConfigError } from './config-error.js'

/** Where a deployment lives and how it is reached. Everything else is in its database. */
export interface Config {
  /** Holds the keys, uploads, exports, attached files unless they lie in a store of their own, and the owned PostgreSQL unless `databaseUrl` is given. */
  readonly folder: string
  readonly host: string
  readonly port: number
  /** A PostgreSQL of the county's own, as the application role. */
  readonly databaseUrl: string | undefined
  /** The same database as the role that owns the schema. */
  readonly migratorUrl: string | undefined
  /** Load the made-up county 990121 into an empty database. */
  readonly withDemo: boolean
  readonly demoPersons: number
  readonly logLevel: string
  /** Where browsers reach the server, when that is not its own address. */
  readonly publicUrl: string | undefined
  /** Proxies of the county's own in front of the server. */
  readonly trustedProxies: number
  /** Hosts inside the network that webhooks may call, as `host:port`. */
  readonly webhookHosts: readonly string[]
  readonly attachments: AttachmentConfig
  /** By what ways messages to people leave the system. */
  readonly channels: Channels
  readonly signIn: SignInConfig
}

/** Reads the settings. A value that makes no sense stops the start: a guess could open a server to a network by mistake. */
export function readConfig(env: Environment, cwd: string): Config {
  const folder = env['OPENDPF_DATA'] ?? 'data'
  return {
    folder: isAbsolute(folder) ? folder : resolve(cwd, folder),
    host: env['OPENDPF_HOST'] ?? '127.0.0.1',
    port: readWhole(env, 'OPENDPF_PORT', 4800, { min: 0, max: 65_535 }),
    databaseUrl: env['DATABASE_URL'],
    migratorUrl: env['DATABASE_MIGRATOR_URL'] ?? env['DATABASE_URL'],
    withDemo: readSwitch(env, 'OPENDPF_DEMO', env['NODE_ENV'] !== 'production'),
    demoPersons: readWhole(env, 'OPENDPF_DEMO_PERSONS', 1200, { min: 1, max: 1_000_000 }),
    logLevel: env['OPENDPF_LOG'] ?? 'info',
    publicUrl: env['OPENDPF_URL'],
    trustedProxies: readWhole(env, 'OPENDPF_PROXIES', 0, { min: 0, max: 10 }),
    webhookHosts: readHosts(env, 'OPENDPF_WEBHOOK_HOSTS'),
    attachments: readAttachments(env),
    channels: readChannels(env),
    signIn: readSignIn(env),
  }
}

function readHosts(env: Environment, name: string): readonly string[] {
  const hosts = (env[name] ?? '').split(',').map((text) => text.trim().toLowerCase())
  return hosts.filter(Boolean).map((host) => {
    const url = URL.canParse(`http://${host}/`) ? new URL(`http://${host}/`) : undefined
    const port = /:(\d+)$/.exec(host)?.[1]
    if (url?.pathname !== '/' || url.username !== '' || port === undefined)
      throw new ConfigError(
        `${name} 应为以逗号分隔的“主机:端口”，现有“${host}” / ${name} must be “host:port” separated by commas, not “${host}”`,
      )
    return `${url.hostname}:${port}`
  })
}
