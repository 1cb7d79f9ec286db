import type { Session } from '@opendpf/database'
import type { Actor } from '@opendpf/kit'
import type { SnapshotContext } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import type { Platform } from '../platform/platform.js'
import { openWriteSession } from './session.js'
import type { WriteSession } from './write-session.js'

export interface WriteOptions {
  readonly actor: Actor
  readonly locale: Locale
}

/** Runs work on the write path in one transaction: all of it is there afterwards, with its audit entries, or none. */
export async function writeTransaction<T>(
  platform: Platform,
  options: WriteOptions,
  work: (write: WriteSession, session: Session) => Promise<T>,
): Promise<T> {
  // before a connection is held: a transaction that waits for a second connection can wait for ever
  await platform.divisions.ready()
  return platform.pool.transact(options.actor.scope, async (session) => {
    const write = openWriteSession({ platform, session, ...options })
    const result = await work(write, session)
    await write.finish()
    return result
  })
}

/** Reads as a module does, seeing the rows of one moment: several questions have one answer, whatever is written meanwhile. */
export async function readSnapshot<T>(
  platform: Platform,
  options: WriteOptions,
  work: (context: SnapshotContext) => Promise<T>,
): Promise<T> {
  await platform.divisions.ready()
  return platform.pool.snapshot(options.actor.scope, (session) => {
    // no write session is finished here, so nothing of it could be written; and the database refuses it in this transaction
    const { write: _, secrets, files: __, ...context } = openWriteSession({ platform, session, ...options }).context
    return work({ ...context, secrets: { blind: (kind, value) => secrets.blind(kind, value) } })
  })
}

class DryRun extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('dry run')
    this.result = result
  }
}

/** Runs the same work and takes all of it back: what a form or an import would be told, with nothing written. */
export async function dryRun<T>(
  platform: Platform,
  options: WriteOptions,
  work: (write: WriteSession, session: Session) => Promise<T>,
): Promise<T> {
  await platform.divisions.ready()
  try {
    return await platform.pool.transact(options.actor.scope, async (session) => {
      const result = await work(openWriteSession({ platform, session, ...options, isDryRun: true }), session)
      await session.settle()
      throw new DryRun(result)
    })
  } catch (error) {
    if (error instanceof DryRun) return error.result as T
    throw error
  }
}
