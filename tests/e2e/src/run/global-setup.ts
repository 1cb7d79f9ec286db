import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runState } from './run-state.js'
import { startServer } from './start-server.js'

// biome-ignore lint/style/noDefaultExport: Playwright takes it by its default export
export default async function openRun(): Promise<(() => Promise<void>) | undefined> {
  if (runState.isOpen()) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'opendpf-e2e-'))
  // started as root, the server hands its database to another user, who has to reach the folder
  await chmod(folder, 0o755)
  const remove = () => rm(folder, { recursive: true, force: true })
  const { address, users, stop } = await startServer(folder).catch(async (error: unknown) => {
    await remove()
    throw error
  })
  runState.open(join(folder, 'run'), { address, users })
  return async () => {
    await stop()
    await remove()
  }
}
