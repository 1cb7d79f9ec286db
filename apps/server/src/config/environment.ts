import { ConfigError } from './config-error.js'

/** The process's environment, or a part of it. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A whole number within bounds. */
export function readWhole(
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

/** `on` or `off`, however it is spelled. */
export function readSwitch(env: Environment, name: string, otherwise: boolean): boolean {
  const text = env[name]?.toLowerCase()
  if (text === undefined || text === '') return otherwise
  if (['1', 'true', 'yes', 'on'].includes(text)) return true
  if (['0', 'false', 'no', 'off'].includes(text)) return false
  throw new ConfigError(`${name} 应为 on 或 off，现为“${text}” / ${name} must be on or off, not “${text}”`)
}
