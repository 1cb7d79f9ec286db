import type { ClientConfig, PoolConfig } from 'pg'
import { Client, Pool } from 'pg'

/**
 * Opens connections of which none can end the process. pg tells of a connection that was cut (a database that restarts, one that is
 * dropped while a connection closes) as an event besides failing its statements; an event that nobody hears of ends Node. A pool
 * listens for those that lie idle only, not for those lent to somebody.
 */
export function openConnections(config: PoolConfig): Pool {
  const pool = new Pool(config)
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

/** Runs `work` on one connection and closes it; one that was cut fails the work, not the process. */
export async function withClient<T>(connection: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...connection })
  client.on('error', ignore)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The statements that were under way fail, and with them whoever waits for them. */
function ignore(): void {}
