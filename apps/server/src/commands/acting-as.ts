import { access } from '@opendpf/access'
import type { Actor } from '@opendpf/kit'
import { createReader, systemActor } from '@opendpf/server'
import { type Config, ConfigError } from '../config/config.js'
import { type Deployment, openDeployment } from '../deployment/open-deployment.js'
import { createLog } from '../serve/log.js'
import { type ComposedServer, openServer } from '../serve/open-server.js'
import { version } from '../version.js'

/** What a command of a user works with: his permissions and his territory hold. */
export interface Acting {
  readonly deployment: Deployment
  readonly server: ComposedServer
  readonly actor: Actor
}

/**
 * Opens the deployment for a command that somebody gives as a user of it, and closes it after.
 *
 * @throws ConfigError when there is no such user, or he is not active
 */
export async function actingAs<T>(config: Config, username: string, work: (acting: Acting) => Promise<T>): Promise<T> {
  const deployment = await openDeployment(config, (text) => console.error(text))
  try {
    const server = await openServer({ deployment, publicUrl: 'http://127.0.0.1', version, log: createLog('error') })
    try {
      const { platform } = deployment
      const reader = createReader({
        platform,
        actor: systemActor,
        run: (ask) => platform.pool.use(systemActor.scope, ask),
      })
      const [user] = await reader.many(access.records.user, { username })
      const actor = user && (await server.actorOf(user.id))
      if (!actor) throw new ConfigError(`没有可用的用户“${username}” / there is no active user “${username}”`)
      return await work({ deployment, server, actor })
    } finally {
      await server.close()
    }
  } finally {
    await deployment.close()
  }
}
