import type { Actor, Scope } from '@opendpf/kit'
import type { Reader } from '@opendpf/kit/server'
import { createReader, openReadPath, type Platform, type ReadPath } from '@opendpf/server'

/** What somebody looks through: the read path and a module's reader, and a platform for what streams. */
export interface View {
  readonly path: ReadPath
  readonly reader: Reader
  readonly platform: Platform
  readonly actor: Actor
}

/** Both walls, as they stand in a deployment. */
export function bothWalls(platform: Platform, actor: Actor): View {
  return viewOf(platform, actor)
}

/** The read path believes that it may show everything: only the database's row security knows better. */
export function databaseAlone(platform: Platform, actor: Actor): View {
  return viewOf(pinned(platform, actor.scope), { ...actor, scope: { level: 'all' } })
}

/** The database shows everything: only the read path's own condition holds. */
export function readPathAlone(platform: Platform, actor: Actor): View {
  return viewOf(pinned(platform, { level: 'all' }), actor)
}

/** Neither wall, to see that a look would otherwise show what it must not. */
export function noWalls(platform: Platform, actor: Actor): View {
  return viewOf(pinned(platform, { level: 'all' }), { ...actor, scope: { level: 'all' } })
}

function viewOf(platform: Platform, actor: Actor): View {
  return {
    platform,
    actor,
    path: openReadPath(platform, actor),
    reader: createReader({ platform, actor, run: (work) => platform.pool.use(actor.scope, work) }),
  }
}

/** The same platform, whose connections see one territory whoever asks. */
function pinned(platform: Platform, scope: Scope): Platform {
  const { pool } = platform
  return {
    ...platform,
    pool: { ...pool, use: (_, work) => pool.use(scope, work), transact: (_, work) => pool.transact(scope, work) },
  }
}
