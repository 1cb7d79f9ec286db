import type { FindHolders, Holder } from '@opendpf/access/holders'
import type { Place, WaitOwner } from '@opendpf/kit'
import type { Channels } from '../../channels/index.js'
import type { Owners } from '../../telling/index.js'
import type { Addressee } from './addressee.js'

export interface OwnersOptions {
  readonly holders: FindHolders
  /** E-mail addresses by user. */
  readonly mailboxes: ReadonlyMap<string, string>
  readonly channels: Channels
}

const levels: Readonly<Partial<Record<WaitOwner, Holder['scope']['level']>>> = {
  village: 'village',
  town: 'town',
  county: 'county',
}

/** The users who have to act on a row: those of the office that it waits for, or whoever else can, where that office has nobody. */
export function tellOwners(
  { permissions, office }: Owners,
  place: Place,
  { holders, mailboxes, channels }: OwnersOptions,
): readonly Addressee[] {
  const able = new Map(permissions.flatMap((permission) => holders(permission, place)).map((user) => [user.id, user]))
  const level = levels[office ?? 'county'] ?? 'county'
  const own = [...able.values()].filter(({ scope }) => scope.level === level)
  return (own.length > 0 ? own : [...able.values()]).map(({ id, name, division }) => {
    const email = channels.email ? mailboxes.get(id) : undefined
    return {
      kind: 'user',
      id,
      name,
      language: 'zh-CN',
      person: null,
      holder: id,
      division,
      ways: [
        { channel: 'in-app', state: 'sent', phone: null, email: null },
        ...(email === undefined ? [] : [{ channel: 'email', state: 'queued', phone: null, email } as const]),
      ],
    }
  })
}
