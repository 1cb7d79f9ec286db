import { join } from 'node:path'
import { createAuthenticator, openAccessDatabase } from '@opendpf/access/server'
import type { Actor } from '@opendpf/kit'
import type { HttpEnv, Services } from '@opendpf/server'
import { attachServices, createApp, createFileStore, createJobs, startHousekeeping } from '@opendpf/server'
import { systemClock } from '@opendpf/standards'
import type { Hono } from 'hono'
import type { Logger } from 'pino'
import type { Deployment } from '../deployment/open-deployment.js'
import { readSessionSecret } from '../deployment/session-secret.js'
import { describe, logErrors } from './log.js'

/** The HTTP application of a deployment, with its queue. */
export interface ComposedServer {
  readonly app: Hono<HttpEnv>
  readonly services: Services
  /** Who a user is now. */
  actorOf(id: string): Promise<Actor | undefined>
  close(): Promise<void>
}

export interface OpenServerOptions {
  readonly deployment: Deployment
  readonly publicUrl: string
  readonly version: string
  readonly log: Logger
}

/** Puts sign-in, queue, files and routes on a deployment. */
export async function openServer({ deployment, publicUrl, version, log }: OpenServerOptions): Promise<ComposedServer> {
  const { platform, database, config } = deployment
  const access = openAccessDatabase(database.connectionFor('app'))
  const authenticator = createAuthenticator({
    database: access,
    clock: systemClock,
    registry: platform.registry,
    config: {
      secret: await readSessionSecret(config.folder, process.env),
      publicUrl,
      trustedProxies: config.trustedProxies,
    },
    async divisionName(code) {
      await platform.divisions.ready()
      return platform.divisions.fullNameOf(code)
    },
  })
  const connection = database.connectionFor('app')
  const jobs = createJobs({
    platform,
    connection: connection as Parameters<typeof createJobs>[0]['connection'],
    actorOf: (id) => authenticator.actorOf(id),
    onFailure: ({ id, job, error }) => log.error({ id, job, ...describe(error) }, 'job failed'),
  })
  const services: Services = {
    jobs,
    actorOf: (id) => authenticator.actorOf(id),
    files: createFileStore(join(config.folder, 'files'), platform.crypto),
  }
  attachServices(platform, services)
  await jobs.start()
  const housekeeping = startHousekeeping({
    platform,
    jobs,
    onFailure: (error) => log.error(describe(error), 'housekeeping failed'),
  })
  const app = createApp({
    platform,
    authenticator,
    version,
    queue: (actor, job, input) => jobs.queue({ job, input, actor }),
    logError: logErrors(log),
  })
  return {
    app,
    services,
    actorOf: (id) => authenticator.actorOf(id),
    async close() {
      housekeeping.stop()
      await jobs.stop()
      authenticator.close()
      await access.close()
    },
  }
}
