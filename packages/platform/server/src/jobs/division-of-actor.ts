import { OpenDpfError } from '@opendpf/errors'
import type { Actor } from '@opendpf/kit'
import type { Platform } from '../platform/platform.js'

/**
 * Where what an actor starts belongs: his own territory; for one who sees everything the county, where the deployment has one, so that
 * its administrators see it, and otherwise the topmost division of the tree.
 *
 * @throws OpenDpfError `unavailable` when the deployment has no division yet
 */
export async function divisionOfActor(
  platform: Pick<Platform, 'divisions'>,
  actor: Pick<Actor, 'scope'>,
): Promise<string> {
  if (actor.scope.level !== 'all') return actor.scope.code.padEnd(12, '0')
  await platform.divisions.ready()
  const current = platform.divisions.under('').filter(({ isCurrent }) => isCurrent)
  const counties = current.filter(({ level }) => level === 'county')
  const top = counties.length === 1 ? counties[0] : current[0]
  if (top === undefined)
    throw new OpenDpfError('unavailable', { cause: new Error('the deployment has no division yet') })
  return top.code
}
