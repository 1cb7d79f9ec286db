import type { Connection } from '@opendpf/database'
import type { OwnedServer } from '@opendpf/database/owned'
import { startOwnedServer } from '@opendpf/database/owned'
import type { Config } from '../config/config.js'

/** The database of a deployment, our own or the county's. */
export interface DeploymentDatabase {
  readonly owned: OwnedServer | undefined
  connectionFor(role: 'app' | 'migrator' | 'owner'): Connection
  stop(): Promise<void>
}

/** Starts, adopts or recovers the owned PostgreSQL; with a `DATABASE_URL` there is nothing to start. */
export async function openDatabase(config: Config, log: (text: string) => void): Promise<DeploymentDatabase> {
  const { databaseUrl, migratorUrl } = config
  if (databaseUrl !== undefined) {
    return {
      owned: undefined,
      connectionFor: (role) => ({ connectionString: role === 'app' ? databaseUrl : migratorUrl }),
      stop: async () => {},
    }
  }
  const owned = await startOwnedServer({ folder: config.folder, packagedFrom: import.meta.url, log })
  return { owned, connectionFor: (role) => ({ ...owned.connectionFor(role) }), stop: () => owned.stop() }
}
