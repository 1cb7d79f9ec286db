import { addressReader } from '@opendpf/access/server'
import type { HttpEnv } from '@opendpf/server'
import { createApp, startDelivery, startHousekeeping } from '@opendpf/server'
import type { Hono } from 'hono'
import type { Logger } from 'pino'
import type { Deployment } from '../deployment/open-deployment.js'
import { describe, logErrors } from './log.js'
import { type OpenServices, openServices } from './open-services.js'

/** The HTTP application of a deployment, with its queue. */
export interface ComposedServer extends OpenServices {
  readonly app: Hono<HttpEnv>
}

export interface OpenServerOptions {
  readonly deployment: Deployment
  readonly publicUrl: string
  readonly version: string
  readonly log: Logger
  /** Told when there may be work for another process. Without it, jobs run in this one. */
  readonly onWork?: () => void
}

/** Puts sign-in, queue, files and routes on a deployment. */
export async function openServer(options: OpenServerOptions): Promise<ComposedServer> {
  const { deployment, version, log, onWork } = options
  const { platform, config } = deployment
  const opened = await openServices({ ...options, onWake: onWork })
  const { authenticator, services } = opened
  const { jobs } = services
  await jobs.start({ isWorking: onWork === undefined, isScheduling: true })
  const housekeeping = startHousekeeping({
    platform,
    jobs,
    onFailure: (error) => log.error(describe(error), 'housekeeping failed'),
  })
  const delivery = startDelivery({
    platform,
    onFailure: ({ event, target, error }) => log.warn({ event, target, ...describe(error) }, 'event not delivered'),
  })
  const app = createApp({
    platform,
    authenticator,
    version,
    queue: (actor, job, input) => jobs.queue({ job, input, actor }),
    logError: logErrors(log),
    addressOf: addressReader(config.trustedProxies),
  })
  // short enough to be said at a ticket desk
  app.get('/verify', (c) => c.redirect('/certificates/verify'))
  return {
    ...opened,
    app,
    async close() {
      housekeeping.stop()
      await delivery.stop()
      await opened.close()
    },
  }
}
