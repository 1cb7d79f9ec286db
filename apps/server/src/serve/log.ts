import { isOpenDpfError } from '@opendpf/errors'
import type { ErrorLog } from '@opendpf/server'
import type { Logger } from 'pino'
import { pino } from 'pino'

/** The server's own log. It tells what failed and where, never about whom: no bodies, no addresses with parameters, no values of statements. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}

/** Writes down failures that are ours. A database error is told by its code and place; its text can quote a row. */
export function logErrors(log: Logger): ErrorLog {
  return ({ reference, method, route, error }) =>
    log.error({ reference, method, route, ...describe(error) }, 'request failed')
}

/** What may be written about a failure. */
export function describe(error: unknown): Readonly<Record<string, unknown>> {
  const { code, table, constraint, routine } = (error ?? {}) as Readonly<Record<string, unknown>>
  if (typeof routine === 'string') return { database: { code, table, constraint, routine }, stack: framesOf(error) }
  if (isOpenDpfError(error))
    return {
      code: error.code,
      params: error.params,
      ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
    }
  return {
    kind: error instanceof Error ? error.name : typeof error,
    message: error instanceof Error ? error.message : undefined,
    stack: framesOf(error),
  }
}

function framesOf(error: unknown): readonly string[] {
  return error instanceof Error
    ? (error.stack
        ?.split('\n')
        .filter((line) => line.trimStart().startsWith('at '))
        .slice(0, 12)
        .map((line) => line.trim()) ?? [])
    : []
}
