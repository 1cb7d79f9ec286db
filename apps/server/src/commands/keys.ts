import { addKey, resealAll, resealTargets } from '@opendpf/database/crypto'
import { attachmentNames, resealAttachments } from '@opendpf/server'
import { systemClock } from '@opendpf/standards'
import type { Config } from '../config/config.js'
import { openAttachments } from '../deployment/attachments.js'
import { openDeployment } from '../deployment/open-deployment.js'

/** `opendpf keys add`: one more field key. It seals what is written after the next start of each server; older values still open. */
export async function addKeyCommand(config: Config): Promise<number> {
  const keys = await addKey({ folder: config.folder, env: process.env, clock: systemClock })
  console.log(
    `已添加第 ${keys.cipher.currentKeyId} 号密钥，请重启服务，再运行 opendpf keys reseal / added key ${keys.cipher.currentKeyId}: restart the server, then run opendpf keys reseal`,
  )
  return 0
}

/** `opendpf keys reseal`: seals every older value anew, beside a running server; stopped half-way, it goes on where it was. */
export async function resealCommand(config: Config): Promise<number> {
  const deployment = await openDeployment(config, (text) => console.error(text))
  try {
    const { platform, keys, database } = deployment
    const done = await resealAll({
      connection: database.connectionFor('migrator'),
      targets: [...resealTargets(platform.registry.records.values()), attachmentNames],
      cipher: keys.cipher,
    })
    for (const [table, rows] of Object.entries(done)) console.log(`${table}: ${rows}`)
    const files = await resealAttachments(platform, openAttachments(config, platform), (sealed) =>
      keys.cipher.isCurrent(sealed),
    )
    if (files > 0) console.log(`附件 / files: ${files}`)
    console.log(
      `现有数据均由第 ${keys.cipher.currentKeyId} 号密钥加密 / everything is sealed with key ${keys.cipher.currentKeyId}`,
    )
    return 0
  } finally {
    await deployment.close()
  }
}
