import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findSystemBinaries, programPath } from './binaries.js'
import type { OwnedConnection } from './connections.js'

/** How to open the database by hand. */
export interface ClientCommand {
  /** The psql program, or undefined if this machine has none. */
  readonly program: string | undefined
  readonly args: readonly string[]
  /** The command as one would type it; without a password. */
  readonly text: string
}

/** The command that opens a connection with psql. */
export async function findClientCommand(connection: OwnedConnection): Promise<ClientCommand> {
  const { host, port, user, database } = connection
  const args = ['-h', host, '-p', String(port), '-U', user, '-d', database]
  return { program: await findPsql(), args, text: ['psql', ...args].map(quote).join(' ') }
}

/**
 * Says where the database is and opens psql on it, handing over the terminal until the user leaves.
 * @returns the exit code of psql, or undefined when there is no psql: the command was then only shown
 */
export async function openClient(options: {
  readonly connection: OwnedConnection
  /** Shows a line to the user. */
  readonly show: (line: string) => void
  /** What psql's input and output are; the terminal if left out. */
  readonly stdio?: 'inherit' | 'ignore'
}): Promise<number | undefined> {
  const command = await findClientCommand(options.connection)
  options.show(command.text)
  const { program } = command
  if (program === undefined) return undefined
  const { password } = options.connection
  const child = spawn(program, command.args, {
    stdio: options.stdio ?? 'inherit',
    env: { ...process.env, ...(password !== undefined && { PGPASSWORD: password }) },
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

async function findPsql(): Promise<string | undefined> {
  const [newest] = await findSystemBinaries(() => true)
  const name = process.platform === 'win32' ? 'psql.exe' : 'psql'
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))
  return [...(newest ? [programPath(newest, 'psql')] : []), ...onPath].find((file) => existsSync(file))
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
