import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { type BinariesChoice, type OwnedServer, OwnedServerError, startOwnedServer } from '../owned/index.js'
import { roleDefinitions } from '../owned/roles.js'

/** Which PostgreSQL programs the tests run on: `OPENDPF_TEST_POSTGRES` is `system` or `packaged`; `auto` if unset. */
export function testBinaries(): BinariesChoice {
  const choice = process.env.OPENDPF_TEST_POSTGRES ?? 'auto'
  if (choice === 'system' || choice === 'packaged' || choice === 'auto') return choice
  throw new Error(`OPENDPF_TEST_POSTGRES must be system, packaged or auto, not ${choice}`)
}

/**
 * The test server of this machine, shared by all test processes: the first starts it, the others adopt it, the last one
 * out stops it. Its data does not outlive a crash of the machine and is made anew then.
 */
export async function openTestServer(binaries: BinariesChoice = testBinaries()): Promise<OwnedServer> {
  // a server whose roles are defined otherwise is another server
  const roles = createHash('sha256').update(JSON.stringify(roleDefinitions)).digest('hex').slice(0, 8)
  const folder = join(tmpdir(), `opendpf-test-${userInfo().uid}-${binaries}-${roles}`)
  const start = () => startOwnedServer({ folder, binaries, profile: 'test' })
  try {
    return await start()
  } catch (error) {
    if (!(error instanceof OwnedServerError) || !spoiled.has(error.code)) throw error
    rmSync(folder, { recursive: true, force: true })
    return start()
  }
}

const spoiled = new Set(['OWNED_START_FAILED', 'OWNED_DATA_OLDER', 'OWNED_DATA_NEWER', 'OWNED_NOT_A_CLUSTER'])
