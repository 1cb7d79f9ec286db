import { isAbsolute, resolve } from 'node:path'

/** Where a deployment lives and how it is reached. Everything else is in its database. */
export interface Config {
  /** Holds the keys, uploads, exports, and the owned PostgreSQL unless `databaseUrl` is given. */
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
}

type Environment = Readonly<Record<string, string | undefined>>

/** A setting that cannot be used; the text says which one and what it takes. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
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
  }
}

function readWhole(
  env: Environment,
  name: string,
  otherwise: number,
  { min, max }: { min: number; max: number },
): number {
  const text = env[name]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (!Number.isInteger(value) || value < min || value > max)
    throw new ConfigError(
      `${name} 应为 ${min} 至 ${max} 的整数，现为“${text}” / ${name} must be a whole number from ${min} to ${max}, not “${text}”`,
    )
  return value
}

function readSwitch(env: Environment, name: string, otherwise: boolean): boolean {
  const text = env[name]?.toLowerCase()
  if (text === undefined || text === '') return otherwise
  if (['1', 'true', 'yes', 'on'].includes(text)) return true
  if (['0', 'false', 'no', 'off'].includes(text)) return false
  throw new ConfigError(`${name} 应为 on 或 off，现为“${text}” / ${name} must be on or off, not “${text}”`)
}
