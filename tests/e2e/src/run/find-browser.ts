import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
]

/** The Chromium, Chrome or Edge to test in: the one that is named, else the first in the path; undefined leaves the choice to Playwright. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env.OPENDPF_BROWSER ?? env.CHROME_PATH
  if (named !== undefined && named !== '') return named
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin'].filter((folder) => folder !== '')
  return commands.flatMap((command) => folders.map((folder) => join(folder, command))).find((path) => existsSync(path))
}
