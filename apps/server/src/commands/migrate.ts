import { mkdir } from 'node:fs/promises'
import { migrate } from '@opendpf/database'
import { migrationsOf } from '@opendpf/server'
import type { Config } from '../config/config.js'
import { openDatabase } from '../deployment/database.js'
import { modules } from '../deployment/modules.js'

/** `opendpf migrate`: brings the schema up to date without serving. */
export async function migrateCommand(config: Config): Promise<number> {
  await mkdir(config.folder, { recursive: true, mode: 0o711 })
  const database = await openDatabase(config, (text) => console.error(text))
  try {
    const done = await migrate(database.connectionFor('migrator'), migrationsOf(modules))
    console.log(
      done.length === 0 ? '数据库已是最新 / the database is up to date' : `已执行 / applied: ${done.join(', ')}`,
    )
    return 0
  } finally {
    await database.stop()
  }
}
