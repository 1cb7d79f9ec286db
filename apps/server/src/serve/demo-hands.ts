import type { DemoHand } from '@opendpf/demo-county'
import type { Actor } from '@opendpf/kit'
import type { DemoUser } from './demo.js'

/** Who does the work of the demo county. */
export type DemoHands = Readonly<Record<DemoHand, Actor>>

/** The accounts that the hands belong to. */
const usernames: Readonly<Record<DemoHand, string>> = {
  clerk: 'clerk',
  'second-clerk': 'clerk2',
  approver: 'approver',
  'second-approver': 'approver2',
}

/** Finds who the demo accounts are that do the county's work. */
export async function findHands(
  users: readonly DemoUser[],
  actorOf: (id: string) => Promise<Actor | undefined>,
): Promise<DemoHands> {
  const hand = async (name: string): Promise<Actor> => {
    const found = await actorOf(users.find(({ username }) => username === name)?.id ?? '')
    if (!found) throw new Error(`the demo user ${name} cannot act`)
    return found
  }
  return {
    clerk: await hand(usernames.clerk),
    'second-clerk': await hand(usernames['second-clerk']),
    approver: await hand(usernames.approver),
    'second-approver': await hand(usernames['second-approver']),
  }
}
