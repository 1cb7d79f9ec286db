import { mkdir } from 'node:fs/promises'
import { migrate, missingMigrations } from '@opendpf/database'
import type { Keys } from '@opendpf/database/crypto'
import { loadKeys } from '@opendpf/database/crypto'
import type { OpenPlatform } from '@opendpf/server'
import { cryptoFromKeys, migrationsOf, openPlatform, systemActor, writeTransaction } from '@opendpf/server'
import { systemClock } from '@opendpf/standards'
import type { Config } from '../config/config.js'
import type { DeploymentDatabase } from './database.js'
import { openDatabase } from './database.js'
import { modules } from './modules.js'

/** A deployment with its database running, its keys read and its schema up to date. */
export interface Deployment {
  readonly config: Config
  readonly database: DeploymentDatabase
  readonly keys: Keys
  readonly platform: OpenPlatform
  /** Whether this start made the schema: then there is nothing in it yet. */
  readonly isNew: boolean
  close(): Promise<void>
}

/** Opens everything a command works with. Each step that fails undoes the ones before. */
export async function openDeployment(config: Config, log: (text: string) => void): Promise<Deployment> {
  await mkdir(config.folder, { recursive: true, mode: 0o711 })
  const database = await openDatabase(config, log)
  try {
    const sets = migrationsOf(modules)
    const missing = await missingMigrations(database.connectionFor('migrator'), sets)
    const isNew = missing.includes('platform/0001_init')
    const keys = await loadKeys({ folder: config.folder, env: process.env, clock: systemClock, mayCreate: isNew })
    if (missing.length > 0) await migrate(database.connectionFor('migrator'), sets)
    const platform = await openPlatform({
      modules,
      connection: database.connectionFor('app'),
      migrator: database.connectionFor('migrator'),
      crypto: cryptoFromKeys(keys),
      clock: systemClock,
      trustSchema: missing.length === 0,
    })
    if (isNew) await seed(platform)
    return {
      config,
      database,
      keys,
      platform,
      isNew,
      async close() {
        await platform.close()
        await database.stop()
      },
    }
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** What modules need to run at all: shipped roles and the like. */
async function seed(platform: OpenPlatform): Promise<void> {
  for (const { seed: plant } of platform.servers.values()) {
    if (plant)
      await writeTransaction(platform, { actor: systemActor, locale: 'zh-CN' }, ({ context }) => plant(context))
  }
}
