import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { importFile } from '@opendpf/server'
import type { Config } from '../config/config.js'
import { actingAs } from './acting-as.js'

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
  return actingAs(config, as, async ({ deployment, server, actor }) => {
    const result = await importFile({
      platform: deployment.platform,
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
  })
}
