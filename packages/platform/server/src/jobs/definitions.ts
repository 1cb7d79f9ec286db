import type { JobDef } from '@opendpf/kit/server'
import type { Platform } from '../platform/platform.js'

/** A job of a module under its full name, `<module>.<job>`. */
export interface KnownJob {
  readonly name: string
  readonly module: string
  readonly definition: JobDef
}

/** Finds the job of a full name; undefined when no module of this deployment has it. */
export function findJob(platform: Pick<Platform, 'servers'>, name: string): KnownJob | undefined {
  const [module = '', job = ''] = name.split('.')
  const definition = platform.servers.get(module)?.jobs?.[job]
  return definition === undefined ? undefined : { name, module, definition }
}

/** How often a job is begun at most: the first time, and once for each retry. A graceful stop does not count. */
export function attemptsOf({ definition }: KnownJob): number {
  return (definition.retries ?? 3) + 1
}
