import { join } from 'node:path'
import { type Authenticator, createAuthenticator, openAccessDatabase } from '@opendpf/access/server'
import type { Actor } from '@opendpf/kit'
import { useChannels } from '@opendpf/notifications/channels'
import type { Jobs, Services } from '@opendpf/server'
import { allowHosts, attachServices, createFileStore, createJobs } from '@opendpf/server'
import { systemClock } from '@opendpf/standards'
import type { Logger } from 'pino'
import { openAttachments, openScanner } from '../deployment/attachments.js'
import type { Deployment } from '../deployment/open-deployment.js'
import { readSessionSecret } from '../deployment/session-secret.js'
import { describe } from './log.js'

/** What stands on a deployment without answering anybody: sign-in, the queue, files. */
export interface OpenServices {
  readonly services: Services & { readonly jobs: Jobs }
  readonly authenticator: Authenticator
  /** Who a user is now. */
  actorOf(id: string): Promise<Actor | undefined>
  close(): Promise<void>
}

export interface OpenServicesOptions {
  readonly deployment: Deployment
  readonly publicUrl: string
  readonly log: Logger
  readonly onWake?: (() => void) | undefined
  readonly onEnded?: (() => void) | undefined
}

/** Puts sign-in, queue and files on a deployment. Nothing runs yet: `services.jobs.start()` says which part this process takes. */
export async function openServices({
  deployment: { platform, database, config },
  publicUrl,
  log,
  onWake,
  onEnded,
}: OpenServicesOptions): Promise<OpenServices> {
  const access = openAccessDatabase(database.connectionFor('app'))
  const authenticator = createAuthenticator({
    database: access,
    clock: systemClock,
    registry: platform.registry,
    config: {
      secret: await readSessionSecret(config.folder, process.env),
      publicUrl,
      trustedProxies: config.trustedProxies,
      ...config.signIn,
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
    ...(onWake === undefined ? {} : { onWake }),
    ...(onEnded === undefined ? {} : { onEnded }),
  })
  const services: OpenServices['services'] = {
    jobs,
    actorOf: (id) => authenticator.actorOf(id),
    files: createFileStore(join(config.folder, 'files'), platform.crypto),
    attachments: openAttachments(config, platform),
    scan: openScanner(config),
  }
  attachServices(platform, services)
  allowHosts(platform.registry, config.webhookHosts)
  useChannels(platform.registry, config.channels)
  return {
    services,
    authenticator,
    actorOf: (id) => authenticator.actorOf(id),
    async close() {
      await jobs.stop()
      authenticator.close()
      await access.close()
    },
  }
}
