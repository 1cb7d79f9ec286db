import { openClient } from '@opendpf/database/owned'
import type { Config } from '../config/config.js'
import { openDatabase } from '../deployment/database.js'

/** `opendpf db`: says where the database is and opens it with psql where there is one. */
export async function databaseCommand(config: Config): Promise<number> {
  const database = await openDatabase(config, (text) => console.error(text))
  try {
    if (!database.owned) {
      console.log(
        '数据库由 DATABASE_URL 指定，请用您自己的客户端打开 / the database is the one of DATABASE_URL; open it with a client of yours',
      )
      return 0
    }
    const code = await openClient({
      connection: database.owned.connectionFor('owner'),
      show: (line) => console.log(line),
    })
    return code ?? 0
  } finally {
    await database.stop()
  }
}
