import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the workers of one run share: the folder of the run, named in the environment that they inherit. */
const variable = 'OPENDPF_E2E_RUN'

/** An account of the demo county, as the server told it at its start. */
export interface Credentials {
  readonly username: string
  readonly name: string
  readonly password: string
}

interface Started {
  readonly address: string
  readonly users: readonly Credentials[]
}

/** The files of this run, in a temporary folder that is removed at its end. */
export const runState = {
  /** Opens the run; called once, before any worker starts. */
  open(folder: string, started: Started): void {
    mkdirSync(folder, { recursive: true })
    process.env[variable] = folder
    runState.write('server', started)
  },
  /** Whether whoever started us has opened a run already and keeps its server: useful while one test is being written. */
  isOpen: (): boolean => process.env[variable] !== undefined,
  /** Where the server answers. */
  address(): string {
    return runState.read<Started>('server').address
  },
  credentials(username: string): Credentials {
    const found = runState.read<Started>('server').users.find((user) => user.username === username)
    if (!found) throw new Error(`the demo county has no user "${username}"`)
    return found
  },
  path(name: string): string {
    const folder = process.env[variable]
    if (folder === undefined) throw new Error('the server of this run has not been started')
    return join(folder, `${name}.json`)
  },
  read<Value>(name: string): Value {
    return JSON.parse(readFileSync(runState.path(name), 'utf8')) as Value
  },
  write(name: string, value: unknown): void {
    writeFileSync(runState.path(name), JSON.stringify(value), { mode: 0o600 })
  },
}
