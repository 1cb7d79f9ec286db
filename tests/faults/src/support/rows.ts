import { withClient as withConnection } from '@opendpf/database'
import type { OwnedServer } from '@opendpf/database/owned'
import type { Client } from 'pg'

/** Runs statements on one connection of the migrating role. */
export const withClient = <T>(
  server: Pick<OwnedServer, 'connectionFor'>,
  work: (client: Client) => Promise<T>,
): Promise<T> => withConnection(server.connectionFor('migrator'), work)

/** Writes rows, each in its own transaction, so that each was acknowledged. */
export async function writeRows(server: Pick<OwnedServer, 'connectionFor'>, values: readonly number[]): Promise<void> {
  await withClient(server, async (client) => {
    await client.query('create table if not exists kept (value integer primary key)')
    for (const value of values) await client.query('insert into kept values ($1)', [value])
  })
}

/** The rows that are there, in order. */
export async function readRows(server: Pick<OwnedServer, 'connectionFor'>): Promise<readonly number[]> {
  return withClient(server, async (client) => {
    const { rows } = await client.query<{ value: number }>('select value from kept order by value')
    return rows.map((row) => row.value)
  })
}
