import { OpenDpfError } from '@opendpf/errors'
import type { Actor } from '@opendpf/kit'
import type { Platform } from '../platform/platform.js'

/**
 * Where what an actor starts belongs: his own territory; for one who sees everything the topmost division of the tree.
 *
 * @throws OpenDpfError `unavailable` when the deployment has no division yet
 */
export async function divisionOfActor(
  platform: Pick<Platform, 'divisions'>,
  actor: Pick<Actor, 'scope'>,
): Promise<string> {
  if (actor.scope.level !== 'all') return actor.scope.code.padEnd(12, '0')
  await platform.divisions.ready()
  const top = platform.divisions.under('').find(({ isCurrent }) => isCurrent)
  if (top === undefined)
    throw new OpenDpfError('unavailable', { cause: new Error('the deployment has no division yet') })
  return top.code
}
