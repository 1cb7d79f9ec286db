import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * What signs the sessions of a deployment: from `OPENDPF_SESSION_SECRET` (several processes must share one), else from a file that
 * the first start makes, readable by the owner of the process alone.
 */
export async function readSessionSecret(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const given = env['OPENDPF_SESSION_SECRET']
  if (given !== undefined) return given
  const path = join(folder, 'session-secret')
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  // a second start at the same moment keeps the first one's
  await writeFile(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return readFile(path, 'utf8')
}
