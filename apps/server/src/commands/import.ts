import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { access } from '@opendpf/access'
import { createReader, importFile, systemActor } from '@opendpf/server'
import type { Config } from '../config/config.js'
import { ConfigError } from '../config/config.js'
import { openDeployment } from '../deployment/open-deployment.js'
import { createLog } from '../serve/log.js'
import { openServer } from '../serve/open-server.js'
import { version } from '../version.js'

export interface ImportOptions {
  readonly kind: string
  /** The user whose import it is: his permissions and his territory hold. */
  readonly as: string
  readonly validRows: boolean
}

/** `opendpf import <file>`: the wizard's steps without the wizard; the import is found, looked at and undone on its page. */
export async function importCommand(
  config: Config,
  file: string,
  { kind, as, validRows }: ImportOptions,
): Promise<number> {
  const bytes = await readFile(file)
  const deployment = await openDeployment(config, (text) => console.error(text))
  try {
    const server = await openServer({ deployment, publicUrl: 'http://127.0.0.1', version, log: createLog('error') })
    try {
      const { platform } = deployment
      const reader = createReader({
        platform,
        actor: systemActor,
        run: (work) => platform.pool.use(systemActor.scope, work),
      })
      const [user] = await reader.many(access.records.user, { username: as })
      const actor = user && (await server.actorOf(user.id))
      if (!actor) throw new ConfigError(`没有可用的用户“${as}” / there is no active user “${as}”`)
      const result = await importFile({
        platform,
        services: server.services,
        actor,
        locale: 'zh-CN',
        name: basename(file),
        bytes,
        kind,
        mode: validRows ? 'valid-rows' : 'all-or-nothing',
      })
      console.log(
        `${result.rows} 行：新增 ${result.creates}，修改 ${result.updates}，有问题 ${result.problems} / ${result.rows} rows: ${result.creates} new, ${result.updates} changed, ${result.problems} refused`,
      )
      if (result.message) console.log(result.message)
      return result.state === 'done' ? 0 : 1
    } finally {
      await server.close()
    }
  } finally {
    await deployment.close()
  }
}
